export const modules = ['identity', 'contacts', 'campaigns', 'intelligence'] as const

export type AuditFilter = {
  module?: string
  action?: string
  subject?: string
  member?: string
  /** Days as YYYY-MM-DD, both inclusive. */
  from?: string
  to?: string
}

const names = ['module', 'action', 'subject'] as const

// A name as the database has them; anything else finds nothing and may as well not be asked.
const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9_-]{0,62}$/.test(value)

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true

/** Reads the filter out of a URL; what makes no sense is left out, never an error. */
export const auditFilter = (url: Record<string, unknown>): AuditFilter => {
  const filter: AuditFilter = {}
  for (const name of names) {
    const value = url[name]
    if (isName(value)) filter[name] = value
  }
  if (isId(url.member)) filter.member = url.member
  if (isDay(url.from)) filter.from = url.from
  if (isDay(url.to)) filter.to = url.to
  return filter
}

export const isFiltered = (filter: AuditFilter) => Object.keys(filter).length > 0
