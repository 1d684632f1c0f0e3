import type { ContactRow } from './list-contacts'

/** What comes next: an open follow-up if there is one, else the touch by cadence. */
export const nextOf = (row: ContactRow) => row.nextFollowUpAt ?? row.nextTouchAt
