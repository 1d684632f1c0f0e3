import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'

/** Loaded with the first toast: nobody needs it to see a page. */
const sonner = () => import('sonner')

let count = 0
const nextId = () => `toast-${++count}`

export const say = (text: string) => void sonner().then(({ toast }) => toast(text))

export const sayFailed = (text: string) =>
  void sonner().then(({ toast }) => toast.error(text, { duration: 8000 }))

export const sayError = (error: unknown) => sayFailed(sentenceOf(error))

/** A toast that can take the change back for as long as it stands; answers with its id. */
export const sayUndo = (text: string, onUndo: () => void, ms: number, description?: string) => {
  const id = nextId()
  const action = { label: t('action.undo'), onClick: onUndo }
  void sonner().then(({ toast }) => toast(text, { id, description, duration: ms, action }))
  return id
}

export const unsay = (id: string) => void sonner().then(({ toast }) => toast.dismiss(id))
