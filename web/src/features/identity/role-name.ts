import { t } from '@/lib/i18n/lazy/identity'

const names: Record<string, string> = {
  owner: t('settings.role.owner'),
  admin: t('settings.role.admin'),
  leader: t('settings.role.leader'),
  rep: t('settings.role.rep'),
  viewer: t('settings.role.viewer'),
}

/** A built-in role by its word, one of the workspace's own as it is called: `team-coach` → "Team coach". */
export const roleName = (role: string) => {
  const words = role.replaceAll('-', ' ')
  return names[role] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
