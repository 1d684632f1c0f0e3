import type { ContactDraft } from './contact'

/** "Ana Silva Costa" and "ana@x.no" or "+47 912 34 567" become a contact: the last word is the last name. */
export const draftFromLine = ({ name, reach }: { name: string; reach: string }): ContactDraft => {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words[words.length - 1] : undefined
  const way = reach.trim()
  return {
    firstName: (last ? words.slice(0, -1) : words).join(' '),
    lastName: last,
    emails: way.includes('@') ? [{ label: null, value: way }] : [],
    phones: way && !way.includes('@') ? [{ label: null, value: way }] : [],
    source: 'manual',
  }
}
