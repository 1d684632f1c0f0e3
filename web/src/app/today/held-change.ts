import { type LogTouch, logTouch, logTouchLeaving } from '@/features/contacts/log-touch'
import { type RecordFact, recordFact, recordFactLeaving } from '@/features/contacts/record-fact'
import type { NextAction } from '@/features/intelligence/list-next-actions'
import { snoozeNextAction, snoozeNextActionLeaving } from '@/features/intelligence/snooze-next-action'

/** A change that can still be undone, because the server has not heard of it yet. */
export type HeldChange = { action: NextAction } & (
  { kind: 'done'; touch: LogTouch; fact: RecordFact | null } | { kind: 'snooze'; until: Date }
)

/** Names one row of the list: the same person may come back for another reason. */
export const rowKey = (action: NextAction) =>
  `${action.contactId}:${action.action}:${action.purpose}:${action.followUpId ?? ''}`

export const sendHeld = async (change: HeldChange, leaving: boolean) => {
  const { contactId } = change.action
  if (change.kind === 'snooze')
    return (leaving ? snoozeNextActionLeaving : snoozeNextAction)(contactId, change.until)
  // The fact first: the touch re-dates the contact, and the list should then see both.
  if (change.fact) {
    const fact = (leaving ? recordFactLeaving : recordFact)(contactId, change.fact)
    if (!leaving) await fact
  }
  await (leaving ? logTouchLeaving : logTouch)(contactId, change.touch)
}
