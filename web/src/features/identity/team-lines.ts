import type { TeamLine } from './get-team'

/** The lines that show: none below a closed one. They come read downward, each one deeper than whom it stands under. */
export const shownLines = (lines: TeamLine[], closed: ReadonlySet<string>) => {
  const shown: TeamLine[] = []
  let hiddenBelow = Infinity
  for (const line of lines) {
    if (line.depth > hiddenBelow) continue
    hiddenBelow = closed.has(line.id) ? line.depth : Infinity
    shown.push(line)
  }
  return shown
}

/** The line that this one stands under, or null at the top. */
export const parentOf = (lines: TeamLine[], at: number) => {
  const depth = lines[at]?.depth ?? 0
  for (let above = at - 1; above >= 0; above--)
    if ((lines[above]?.depth ?? 0) < depth) return lines[above] ?? null
  return null
}
