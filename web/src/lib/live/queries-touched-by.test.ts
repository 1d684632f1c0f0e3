import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { queriesTouchedBy } from './queries-touched-by'

// What the server tells is read from its own source, so that a new or renamed event is missed here and not by a browser.
const server = new URL('../../../../src/', import.meta.url)
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.cs') && !/(^|\/)(bin|obj)\//.test(path),
)
const read = (path: string) => readFileSync(new URL(path, server), 'utf8')

const events = sources
  .filter((path) => /^Modules\/[^/]+\/[^/]+\.Events\//.test(path))
  .flatMap((path) => [...read(path).matchAll(/\[EventName\("([^"]+)"\)\]/g)].map(([, name]) => name ?? ''))

const modules = [...new Set(events.map((name) => name.split('.')[0] ?? ''))]

describe('a live change', () => {
  it.each(events)('%s has its queries named', (what) => {
    const module = what.split('.')[0] ?? ''
    expect(queriesTouchedBy({ module, what, id: '7' })).not.toEqual([[module]])
  })

  it.each(modules)('of %s after it heard of another module has its queries named', (module) => {
    expect(queriesTouchedBy({ module, what: 'reacted', id: '7' })).not.toEqual([[module]])
  })

  it('that a module tells in its own words has its queries named', () => {
    const told = sources.flatMap((path) =>
      [...read(path).matchAll(/\blive\.Changed\(([^;]*);/g)].map(([, args = '']) => ({
        module: /^Modules\/([^/]+)\//.exec(path)?.[1]?.toLowerCase(),
        words: [...args.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word ?? ''),
      })),
    )
    expect(told.filter(({ module }) => module).length).toBeGreaterThanOrEqual(3)
    for (const { module, words } of told)
      if (module)
        expect(words.map((what) => queriesTouchedBy({ module, what, id: '7' }))).not.toEqual(
          words.map(() => [[module]]),
        )
  })

  it('of one contact makes its own card old, and nobody else’s', () => {
    const keys = queriesTouchedBy({ module: 'contacts', what: 'contacts.touch-logged.v1', id: '7' })
    expect(keys).toContainEqual(['contacts', 'card', '7'])
    expect(keys).toContainEqual(['contacts', 'list'])
    expect(keys).not.toContainEqual(['contacts', 'board'])
  })

  it('of several contacts at once makes every card old', () => {
    const keys = queriesTouchedBy({ module: 'contacts', what: 'contacts.touch-logged.v1', id: null })
    expect(keys).toContainEqual(['contacts', 'card'])
  })

  it('of something unknown makes its whole module old', () => {
    expect(queriesTouchedBy({ module: 'identity', what: 'identity.member-left.v1' })).toEqual([['identity']])
  })
})
