import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { t } from '@/lib/i18n/lazy/bulk'
import type { Person } from './filter-fields'

const Sheet = lazy(() =>
  import('./bulk-history-sheet').then((module) => ({ default: module.BulkHistorySheet })),
)

export const BulkHistoryButton = ({ people, className }: { people: Person[]; className?: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton label={t('bulk.history')} className={className} onClick={() => setOpen(true)}>
        <History />
      </IconButton>
      {open && (
        <Suspense fallback={null}>
          <Sheet people={people} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
