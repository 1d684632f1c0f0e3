export const identity = {
  'signOut.failed': 'You are still signed in. {why}',
  'settings.title': 'Settings',
  'settings.signOut': 'Sign out',
  'settings.theme': 'Theme',
  'settings.light': 'Light',
  'settings.dark': 'Dark',
  'settings.system': 'System',
} as const
