import { saveFile } from '@/lib/api/save-file'

/** The refused rows as CSV, each with its line and the reason. */
export const exportRefusedRows = (id: string) => saveFile(`/contacts/imports/${id}/refused`, 'refused.csv')
