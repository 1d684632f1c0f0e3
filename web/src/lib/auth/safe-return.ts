/** A path of our own to go back to after signing in; anything that could lead to another site is dropped. */
export const safeReturn = (value: unknown) =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in') ? value : undefined
