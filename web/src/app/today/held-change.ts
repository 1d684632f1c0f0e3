import { type LogTouch, logTouch, logTouchLeaving } from '@/features/contacts/log-touch'
import { type RecordFact, recordFact, recordFactLeaving } from '@/features/contacts/record-fact'
import type { NextAction } from '@/features/intelligence/list-next-actions'
import { snoozeNextAction, snoozeNextActionLeaving } from '@/features/intelligence/snooze-next-action'

/** A change that can still be undone, because the server has not heard of it yet. */
export type HeldChange = { action: NextAction } & (
  { kind: 'done'; touch: LogTouch; fact: RecordFact | null } | { kind: 'snooze'; until: string }
)

/** Names one row of the list: the same person may come back for another reason. */
export const rowKey = (action: NextAction) =>
  `${action.contactId}:${action.action}:${action.purpose}:${action.followUpId ?? ''}`

/** Later than this, the server is told when it happened: a phone may have slept in between. */
const soonMs = 60_000

export const sendHeld = async (change: HeldChange, since: number, leaving: boolean) => {
  const { contactId } = change.action
  if (change.kind === 'snooze') {
    const until = new Date(change.until)
    if (until.getTime() > Date.now())
      await (leaving ? snoozeNextActionLeaving : snoozeNextAction)(contactId, until)
    return
  }
  const at = Date.now() - since > soonMs ? { at: new Date(since).toISOString() } : {}
  const touch = { ...change.touch, ...at }
  const fact = change.fact && { ...change.fact, ...at }
  if (leaving) {
    // Both at once, while there is still a page to ask from.
    await Promise.all([fact && recordFactLeaving(contactId, fact), logTouchLeaving(contactId, touch)])
    return
  }
  // The fact first: the touch re-dates the contact, and the list should then see both.
  if (fact) await recordFact(contactId, fact)
  await logTouch(contactId, touch)
}
