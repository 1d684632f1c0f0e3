import { getFile } from '@/lib/api/client'

/** All that this module holds of a person, as JSON. */
export const exportSubject = (contactId: string) =>
  getFile(`/intelligence/subjects/${contactId}/personal-data`)
