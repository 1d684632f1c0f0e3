import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/views'
import type { ContactPlace } from './contact-place'
import { type ExportFormat, exportChosen, exportContacts } from './export-contacts'
import type { Selection } from './selection'

/** What the list shows as a file; with a selection, those who are chosen. */
export const ExportMenu = ({
  place,
  selection,
  compact,
}: {
  place: ContactPlace
  selection?: Selection
  /** Its sign alone, where there is no room for the word. */
  compact?: boolean
}) => {
  const can = useCan('contacts.export')
  const taking = useMutation({
    mutationFn: (format: ExportFormat) =>
      selection ? exportChosen(format, selection, place) : exportContacts(format, place),
    onSuccess: () => say(t('export.done')),
    onError: sayError,
  })
  if (!can) return null
  return (
    <Menu
      trigger={
        compact ? (
          <IconButton label={t('export.button')} disabled={taking.isPending}>
            <Download />
          </IconButton>
        ) : (
          <Button busy={taking.isPending} icon={<Download aria-hidden className="size-4" />}>
            {t('export.button')}
          </Button>
        )
      }
    >
      <MenuItem onSelect={() => taking.mutate('csv')}>{t('export.csv')}</MenuItem>
      <MenuItem onSelect={() => taking.mutate('vcard')}>{t('export.vcard')}</MenuItem>
    </Menu>
  )
}
