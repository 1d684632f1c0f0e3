import { describe, expect, it } from 'vitest'
import { en } from './en'

const lazy = Object.values(
  import.meta.glob<{ messages: Record<string, string> }>('./lazy/*.ts', { eager: true }),
).map(({ messages }) => messages)

const sources = Object.entries(
  import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/lib/i18n/{en,lazy}/**', '!/src/**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([, text]) => text)

describe('the catalogue', () => {
  it('holds nothing that nobody says', () => {
    const code = sources.join('\n')
    const written = new Set([...code.matchAll(/'([\w.]+)'/g)].map(([, key]) => key))
    // `stage.${stage}`: every key that starts like this is said.
    const begun = [...code.matchAll(/`([\w.]+\.)\$\{[^`]+\}`/g)].map(([, start]) => start ?? '')
    const ended = [...code.matchAll(/`([\w.]+\.)\$\{[^}]+\}([\w]+)`/g)]
    const said = (key: string) =>
      written.has(key) ||
      begun.some((start) => key.startsWith(start)) ||
      ended.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end))
    const keys = [en, ...lazy].flatMap((messages) => Object.keys(messages))
    expect(keys.filter((key) => !said(key))).toEqual([])
  })
})
