/** The filter as the server takes it: groups of conditions, at most three deep. */
export const ops = [
  'is',
  'isNot',
  'anyOf',
  'contains',
  'notContains',
  'greater',
  'less',
  'before',
  'after',
  'moreThanDaysAgo',
  'inLastDays',
  'inNextDays',
  'empty',
  'notEmpty',
] as const
export type Op = (typeof ops)[number]
export type Condition = { field: string; op: Op; value?: unknown }
export type Group = { all: Node[] } | { any: Node[] }
export type Node = Condition | Group

export const deepest = 3
export const mostConditions = 30

export const isGroup = (node: unknown): node is Group =>
  typeof node === 'object' &&
  node !== null &&
  (('all' in node && Array.isArray(node.all)) || ('any' in node && Array.isArray(node.any)))

export const isAny = (group: Group): group is { any: Node[] } => 'any' in group
export const partsOf = (group: Group) => (isAny(group) ? group.any : group.all)
export const groupOf = (any: boolean, parts: Node[]): Group => (any ? { any: parts } : { all: parts })

export const nothing: Group = { all: [] }

export const takesNoValue = (op: Op) => op === 'empty' || op === 'notEmpty'
export const takesDays = (op: Op) => op === 'moreThanDaysAgo' || op === 'inLastDays' || op === 'inNextDays'

const isComplete = ({ op, value }: Condition) =>
  takesNoValue(op) ||
  (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '')

/** Without the conditions that nobody finished and the groups that are left empty; null where nothing is left. */
export const finished = (group: Group): Group | null => {
  const parts = partsOf(group)
    .map((part) => (isGroup(part) ? finished(part) : isComplete(part) ? part : null))
    .filter((part) => part !== null)
  return parts.length > 0 ? groupOf(isAny(group), parts) : null
}

export const countConditions = (group: Group): number =>
  partsOf(group).reduce((sum, part) => sum + (isGroup(part) ? countConditions(part) : 1), 0)

/** The same filter, whatever the order in which its members were written. */
export const sameFilter = (left: unknown, right: unknown) => ordered(left) === ordered(right)

const ordered = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  )
