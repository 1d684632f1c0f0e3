import { en } from '../en'
import { speaker } from '../translate'

/** What Today says when there is nothing, or nothing left, to do. */
export const messages = {
  'today.finished': 'That is everybody for now',
  'today.finishedText': 'You worked the whole list.',
  'today.minutesDone': 'Your {n} {n|minute is|minutes are} done',
  'today.tomorrow': 'Tomorrow holds {n} {n|person|people}.',
  'today.tomorrowNone': 'Nobody is planned for tomorrow yet.',
  'today.emptyTitle': 'Whom shall we start with?',
  'today.emptyText':
    'Bring in your address book, or add three people you would like to talk to. Each morning this page tells you whom to contact, why, and with which words.',
  'today.emptyReadOnly':
    'Nobody is in this workspace yet. As soon as somebody of your team adds people, you see here whom to contact, and why.',
  'today.emptyAdd': 'Add three people',
  'today.wayImport': 'A vCard from your phone, or a CSV from Google, Outlook or anywhere.',
  'today.wayAdd': 'A name and a number each: a minute’s work.',
  'today.firstProgress': 'The first three people',
  'today.firstCount': '{n} of 3',
  'today.firstMore': 'Add {n} more, and this list has something to choose from.',
  'today.firstAdd': 'Add {n} more',
  'today.making': 'Your list is being made…',
  'today.emptyPicture': 'What Today will show you',
  'today.pictureReason1': 'Watched your video to the end 2 hours ago.',
  'today.pictureWords1': 'You made it through the video! What stood out most?',
  'today.pictureReason2': 'No touch for 63 days; you keep four-star people within 60.',
  'today.pictureWords2': 'Saw the half-marathon photos, congratulations!',
  'today.threeTitle': 'Three people to start with',
  'today.threeText': 'Family, a former colleague, somebody from the gym: whoever comes to mind first.',
  'today.threeName': 'Name',
  'today.threeReach': 'Phone or email',
  'today.threeNameless': 'Who is this? Type a name.',
  'today.threeSave': 'Add them',
  'today.threeAdded': '{n} {n|person|people} added. Today fills in a moment.',
} as const

export const t = speaker({ ...en, ...messages })
