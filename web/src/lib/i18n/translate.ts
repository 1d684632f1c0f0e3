import { en } from './en'

export type MessageKey = keyof typeof en

/** The names in `{braces}` of a message; `{n|one|many}` counts as `n`. */
type Names<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Names<Rest>
  : never

type Values<Text extends string> = [Names<Text>] extends [never]
  ? []
  : [values: Record<Names<Text>, string | number>]

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

/** Says the messages of one catalogue with their values filled in. */
export const speaker =
  <const Messages extends Record<string, string>>(messages: Messages) =>
  <Key extends keyof Messages & string>(key: Key, ...values: Values<Messages[Key]>): string =>
    fill(spoken(messages[key] ?? key), (values[0] ?? {}) as Record<string, string | number>)

export const t = speaker(en)
