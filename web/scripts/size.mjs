// What a browser must load before the first page can show, gzipped; fails above the limit.
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const limit = 200 * 1024
const dist = new URL('../dist/', import.meta.url)
const sizes = new Map()
for (const name of await readdir(new URL('assets/', dist)))
  if (/\.(js|css)$/.test(name))
    sizes.set(name, gzipSync(await readFile(new URL(`assets/${name}`, dist))).length)

const html = await readFile(new URL('index.html', dist), 'utf8')
const first = new Set([...html.matchAll(/assets\/([^"']+\.(?:js|css))/g)].map((match) => match[1]))
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`

// Today is the page most sessions start with: its own chunks, found by following its static imports, count as well.
const follow = async (name) => {
  if (!name.endsWith('.js')) return
  const code = await readFile(new URL(`assets/${name}`, dist), 'utf8')
  for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
    if (first.has(match[1])) continue
    first.add(match[1])
    await follow(match[1])
  }
}
for (const name of sizes.keys()) if (/^(_app|_app\.today|route)-[\w-]+\.js$/.test(name)) first.add(name)
for (const name of [...first]) await follow(name)

let total = 0
for (const name of first) total += sizes.get(name) ?? 0
const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
console.log(
  `First load of Today: ${kb(total)} gzipped in ${first.size} files (limit ${kb(limit)}); everything: ${kb(all)} in ${sizes.size} files`,
)
if (total > limit) process.exit(1)
