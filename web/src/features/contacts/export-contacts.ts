import { saveFile } from '@/lib/api/save-file'
import { searchAsked } from './contact-filter'
import { type ContactPlace, whom } from './contact-place'
import { meantBy, type Selection } from './selection'

export type ExportFormat = 'csv' | 'vcard'

const nameOf = (format: ExportFormat) => (format === 'csv' ? 'contacts.csv' : 'contacts.vcf')

/** Everybody whom the list shows at this place, as a file; the server writes down that it was taken out. */
export const exportContacts = (format: ExportFormat, place: ContactPlace) => {
  const { filter, ...plain } = whom(place)
  return saveFile('/contacts/export', nameOf(format), {
    ...plain,
    format,
    search: searchAsked(plain.search),
    filter: filter && JSON.stringify(filter),
  })
}

/** The same of those who are chosen in the list. */
export const exportChosen = (format: ExportFormat, selection: Selection, place: ContactPlace) =>
  saveFile('/contacts/export', nameOf(format), undefined, { format, ...meantBy(selection, place) })
