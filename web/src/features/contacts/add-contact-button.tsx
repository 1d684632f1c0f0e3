import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { useDesktop } from '@/lib/use-media'

/** The page's own action, in its header: floating it would lie on what the list says. A phone has room for the sign only. */
export const AddContactButton = () => {
  const desktop = useDesktop()
  const canWrite = useCan('contacts.write')
  if (!canWrite) return null
  const add = () => showOverlay('add-contact')
  if (desktop)
    return (
      <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
        {t('contacts.add')}
      </Button>
    )
  return (
    <button
      type="button"
      aria-label={t('contacts.add')}
      onClick={add}
      className="grid size-11 shrink-0 place-items-center rounded-md bg-accent text-on-accent"
    >
      <Plus aria-hidden className="size-5" />
    </button>
  )
}
