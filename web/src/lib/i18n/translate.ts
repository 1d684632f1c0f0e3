import { en } from './en'

export type MessageKey = keyof typeof en

/** The names in `{braces}` of a message; `{n|one|many}` counts as `n`. */
type Names<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Names<Rest>
  : never

type Values<Key extends MessageKey> = [Names<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Record<Names<(typeof en)[Key]>, string | number>]

const plural = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')

export const number = (value: number) => numbers.format(value)

export const fill = (message: string, values: Record<string, string | number>) =>
  message.replace(/\{([^}]+)\}/g, (whole, inside: string) => {
    const [name = '', one, many] = inside.split('|')
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined) return (plural.select(Number(value)) === 'one' ? one : many) ?? whole
    return typeof value === 'number' ? number(value) : value
  })

/** A third longer, as other languages are: every vowel twice, but for the names in braces. */
export const stretched = (message: string) =>
  message.replace(/\{[^}]+\}|[aeiouy]/gi, (each) => (each.length > 1 ? each : each + each.toLowerCase()))

/** The pseudo-locale of the overflow test (e2e/smoke.spec.ts), which sets this before the page loads. */
const spoken = '__longWords' in globalThis ? stretched : (message: string) => message

/** One message of the catalogue with its values filled in. */
export const t = <Key extends MessageKey>(key: Key, ...values: Values<Key>): string =>
  fill(spoken(en[key]), (values[0] ?? {}) as Record<string, string | number>)
