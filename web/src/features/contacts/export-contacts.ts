import { saveFile } from '@/lib/api/save-file'
import { searchAsked } from './contact-filter'
import { type ContactPlace, whom } from './contact-place'

export type ExportFormat = 'csv' | 'vcard'

/** Everybody whom the list shows at this place, as a file; the server writes down that it was taken out. */
export const exportContacts = (format: ExportFormat, place: ContactPlace) => {
  const { filter, ...plain } = whom(place)
  return saveFile('/contacts/export', format === 'csv' ? 'contacts.csv' : 'contacts.vcf', {
    ...plain,
    format,
    search: searchAsked(plain.search),
    filter: filter && JSON.stringify(filter),
  })
}
