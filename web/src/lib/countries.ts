const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Old, reserved and private codes that the browser still has a name for. */
const notCountries = new Set(
  'AN BU CS DD EU EZ FX NT QO SU TP UN XA XB YD YU ZR ZZ DY HV NH RH VD UK CQ'.split(' '),
)

export const countries = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !notCountries.has(code) && names.of(code))
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .sort((a, b) => a.name.localeCompare(b.name))

/** The name of a country's code; the code itself where this browser knows no name for it. */
export const countryName = (code: string) => {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
