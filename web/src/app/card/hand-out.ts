import { exportRecipient } from '@/features/campaigns/export-recipient'
import { exportPerson } from '@/features/contacts/export-person'
import { exportSubject } from '@/features/intelligence/export-subject'
import { saveBlob } from '@/lib/api/save-file'

/** All that every module knows of a person, in one file; what the server sent goes into it as it is. */
export const handOut = async (contactId: string) => {
  const [contacts, campaigns, intelligence] = await Promise.all([
    exportPerson(contactId),
    exportRecipient(contactId),
    exportSubject(contactId),
  ])
  const parts = [
    '{"contacts": ',
    contacts,
    ', "campaigns": ',
    campaigns,
    ', "intelligence": ',
    intelligence,
    '}\n',
  ]
  saveBlob(new Blob(parts, { type: 'application/json' }), `person-${contactId}.json`)
}
