/** A path of our own to go back to after signing in; anything that could lead to another site is dropped. */
export const safeReturn = (value: unknown) =>
  // Browsers drop tabs and line breaks from an address, so "/\t/evil.example" would become "//evil.example".
  typeof value === 'string' && /^\/(?![/\\])\P{Cc}*$/u.test(value) && !/^\/(sign-in|sign-up)/.test(value)
    ? value
    : undefined
