/** Texts that would run, were they ever taken for markup, a script, an address or a template. */
const run = 'globalThis.__xss=1'

export const hostile = [
  `<img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `"><script>${run}</script>`,
  `javascript:${run}//`,
  `{{constructor.constructor('${run}')()}}`,
  `' onfocus='${run}' autofocus='`,
]

interface Schema {
  $ref?: string
  oneOf?: Schema[]
  type?: string | string[]
  format?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
}

export interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

export interface Write {
  method: string
  path: string
  schema: Schema
}

/** Every operation of the OpenAPI document that takes JSON. */
export const writesOf = ({ paths }: Document): Write[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema
      return schema && method !== 'delete' ? [{ method: method.toUpperCase(), path, schema }] : []
    }),
  )

// What is no free text has one value that fits; the rest is taken out of the refusal.
const fitting: Record<string, unknown> = {
  emails: [{ label: 'work', value: 'somebody@example.com' }],
  phones: [{ label: 'work', value: '+4790000000' }],
  email: 'somebody@example.com',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  language: 'en',
  to: 'contacted',
}

/** A body in which each text is `text`, and a way to mend it by what it was refused for. */
export const bodyOf = (document: Document, schema: Schema, text: string) => {
  const resolve = (part: Schema): Schema => {
    const chosen = part.oneOf?.find(({ $ref }) => $ref) ?? part
    return chosen.$ref ? (document.components.schemas[chosen.$ref.split('/').at(-1)!] ?? {}) : chosen
  }
  const fill = (part: Schema): unknown => {
    const { type, format, enum: values, items, properties } = resolve(part)
    const kinds = [type ?? 'object'].flat()
    if (values) return values[0]
    if (format === 'uuid') return undefined
    if (format === 'date-time') return new Date(Date.now() + 86_400_000).toISOString()
    if (kinds.includes('integer') || kinds.includes('number')) return 1
    if (kinds.includes('boolean')) return false
    if (kinds.includes('array')) return [fill(items ?? {})]
    if (kinds.includes('string')) return text
    return properties
      ? Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, fill(member)]))
      : { [text]: text }
  }
  const body = fill(schema) as Record<string, unknown>
  const mend = (errors: Record<string, string[]>) => {
    for (const [member, [reason]] of Object.entries(errors)) {
      const root = member.split(/[.[]/)[0]!
      const offered = /Use one of: ([\w-]+)/.exec(reason ?? '')?.[1]
      // Phones keep the label, which is free text.
      const list = /^(emails|phones)\[0\]\.value$/.exec(member)?.[1]
      if (list && typeof body[list] === 'object')
        body[list] = [{ ...(fitting[list] as object[])[0], label: text }]
      else if (offered) body[root] = offered
      else if (body[root] !== fitting[root]) body[root] = fitting[root]
      else delete body[root]
    }
  }
  return { body, mend }
}
