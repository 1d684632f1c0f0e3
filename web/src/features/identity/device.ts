export type Device = {
  kind: 'phone' | 'tablet' | 'computer' | 'other'
  name: string | null
  system: string | null
}

// The order matters: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: [RegExp, string, Device['kind']][] = [
  [/iPhone|iPod/, 'iPhone', 'phone'],
  [/iPad/, 'iPad', 'tablet'],
  [/Android(?=.*Mobile)/, 'Android', 'phone'],
  [/Android/, 'Android', 'tablet'],
  [/CrOS/, 'ChromeOS', 'computer'],
  [/Windows/, 'Windows', 'computer'],
  [/Mac OS X|Macintosh/, 'macOS', 'computer'],
  [/Linux/, 'Linux', 'computer'],
]

/** What a browser says it is, in the two words that its owner knows it by. Anybody can write anything there. */
export const deviceOf = (userAgent: string | null): Device => {
  const text = userAgent ?? ''
  const system = systems.find(([sign]) => sign.test(text))
  return {
    kind: system?.[2] ?? 'other',
    name: browsers.find(([sign]) => sign.test(text))?.[1] ?? null,
    system: system?.[1] ?? null,
  }
}
