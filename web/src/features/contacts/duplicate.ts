import type { Schemas } from '@/lib/api/schemas'

export type DuplicatePair = Schemas['ListDuplicatesResponse']
export type PairPerson = Schemas['PairPerson']
export type DuplicateHint = Schemas['HintDuplicatesResponse']
export type Merge = Schemas['ListMergesResponse']
