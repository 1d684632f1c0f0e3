/** `what` is an event's wire name, "reacted" after a module heard somebody else's event, or a word of the module's own. */
export type Change = { module: string; what: string; id?: string | null; data?: unknown }

type Keys = readonly (readonly unknown[])[]
type Touch = (id: string | null | undefined) => Keys

/** Parts of the contacts' queries; the card and the timeline of the one contact, or of all where several changed at once. */
const contacts =
  (...parts: ('card' | 'timeline' | 'list' | 'board' | 'daily-progress')[]): Touch =>
  (id) =>
    parts.map((part) =>
      id && (part === 'card' || part === 'timeline') ? ['contacts', part, id] : ['contacts', part],
    )

const nothing: Touch = () => []
const nextActions: Touch = () => [['intelligence', 'next-actions']]
const words: Touch = () => [['campaigns', 'words']]
const members: Touch = () => [['identity', 'members']]
const followUps = contacts('card', 'timeline', 'list', 'board', 'daily-progress')

const merged: Keys = [
  ['contacts', 'duplicates'],
  ['contacts', 'merges'],
  ...contacts('card', 'timeline', 'list', 'board')(null),
]

const touched: Record<string, Touch> = {
  'contacts contacts.contact-created.v1': contacts('list', 'board'),
  'contacts contacts.contact-updated.v1': contacts('card', 'timeline', 'list', 'board'),
  'contacts contacts.contact-deleted.v1': contacts('card', 'list', 'board'),
  'contacts contacts.contact-restored.v1': contacts('card', 'timeline', 'list', 'board'),
  // A replay for other modules.
  'contacts contacts.contact-snapshot.v1': nothing,
  'contacts contacts.stage-changed.v1': contacts('card', 'timeline', 'list', 'board'),
  'contacts contacts.touch-logged.v1': contacts('card', 'timeline', 'list'),
  'contacts contacts.fact-recorded.v1': contacts('card', 'timeline', 'daily-progress'),
  'contacts contacts.qualification-changed.v1': contacts('card', 'timeline', 'board'),
  'contacts contacts.follow-up-scheduled.v1': followUps,
  'contacts contacts.follow-up-rescheduled.v1': followUps,
  'contacts contacts.follow-up-closed.v1': followUps,
  // The id is the import's, the batch's or the workspace's.
  'contacts contacts.contacts-imported.v1': () => contacts('card', 'timeline', 'list', 'board')(null),
  'contacts contacts.contacts-erased.v1': () => contacts('card', 'list', 'board')(null),
  'contacts contacts.contacts-deleted.v1': () => contacts('card', 'list', 'board')(null),
  'contacts contacts.contacts-updated.v1': () => contacts('card', 'list')(null),
  'contacts contacts.contacts-restored.v1': () => contacts('card', 'timeline', 'list', 'board')(null),
  'contacts contacts.contacts-moved.v1': () => followUps(null),
  // The id is the kept one's; the other one is gone, or there again.
  'contacts contacts.contacts-merged.v1': () => merged,
  'contacts contacts.contacts-unmerged.v1': () => merged,
  'contacts contacts.cadence-changed.v1': () => [['contacts', 'cadence'], ...contacts('card', 'list')(null)],
  'contacts fields': () => [['contacts', 'fields'], ...contacts('card', 'list')(null)],
  'contacts views': () => [['contacts', 'views']],
  'contacts import': (id) => [['contacts', 'imports'], ...(id ? [['contacts', 'import', id]] : [])],
  'contacts bulk': () => [['contacts', 'bulk']],
  // Words sent and snoozes stand in the timeline, a member's time zone sets the day.
  'contacts reacted': () => contacts('timeline', 'daily-progress')(null),
  'campaigns templates': () => [['campaigns', 'templates'], ...words(null)],
  'campaigns campaigns.words-sent.v1': nothing,
  'campaigns reacted': words,
  'intelligence next-actions': nextActions,
  'intelligence intelligence.next-action-snoozed.v1': nextActions,
  'intelligence reacted': nextActions,
  'identity identity.member-joined.v1': members,
  'identity identity.member-updated.v1': members,
  'identity reacted': members,
  // Part of the session, not of a query.
  'identity identity.workspace-created.v1': nothing,
  'identity identity.workspace-updated.v1': nothing,
}

/** Which queries a change makes old. An unknown one makes everything of its module old: too much is only slow. */
export const queriesTouchedBy = ({ module, what, id }: Change): Keys =>
  touched[`${module} ${what}`]?.(id) ?? [[module]]
