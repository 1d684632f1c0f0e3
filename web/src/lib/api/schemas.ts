import type { components } from './schema'

/** The server's shapes by name, generated from its OpenAPI document. */
export type Schemas = components['schemas']
