/** Rights over members, keys and the platform stay with people. */
export const mayBeAKeys = (permission: string) =>
  permission !== 'identity.manage' &&
  permission !== 'identity.api-keys' &&
  !permission.startsWith('platform.')
