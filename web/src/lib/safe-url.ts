/** A LinkedIn profile, written as an address or as the name at its end. */
export const linkedInUrl = (text: string) =>
  /^[\p{L}\p{N}_-]+$/u.test(text) ? `https://www.linkedin.com/in/${encodeURIComponent(text)}` : safeUrl(text)

/** A web address that somebody typed, fit for a link; anything but http(s) gives none, `javascript:` above all. */
export const safeUrl = (text: string): string | undefined => {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
  } catch {
    return undefined
  }
}
