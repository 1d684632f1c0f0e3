import { getFile } from '@/lib/api/client'

/** All that this module holds of a person, as JSON. */
export const exportRecipient = (contactId: string) =>
  getFile(`/campaigns/recipients/${contactId}/personal-data`)
