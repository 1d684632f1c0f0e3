import { getFile } from '@/lib/api/client'

/** All that this module holds of a person, as JSON. */
export const exportPerson = (id: string) => getFile(`/contacts/${id}/personal-data`)
