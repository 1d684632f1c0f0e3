import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'
import type { BulkOrder } from './bulk'
import type { ContactPlace } from './contact-place'
import { meantBy, type Selection } from './selection'

export const startBulk = (order: BulkOrder, selection: Selection, place: ContactPlace) =>
  post<Schemas['StartBulkResponse']>('/contacts/bulk', { ...order, ...meantBy(selection, place) })
