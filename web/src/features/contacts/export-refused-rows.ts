import { getFile } from '@/lib/api/client'

/** The refused rows as CSV, each with its line and the reason. */
export const exportRefusedRows = async (id: string) => {
  const url = URL.createObjectURL(await getFile(`/contacts/imports/${id}/refused`))
  Object.assign(document.createElement('a'), { href: url, download: 'refused.csv' }).click()
  URL.revokeObjectURL(url)
}
