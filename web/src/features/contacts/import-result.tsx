import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'
import type { Import } from './import'
import { ImportCounts } from './import-counts'
import { ImportRows } from './import-rows'
import type { RowOutcome } from './list-import-rows'

const first = (data: Import): RowOutcome =>
  data.refused > 0 ? 'refused' : data.created > 0 ? 'created' : data.updated > 0 ? 'updated' : 'duplicate'

export const ImportResult = ({ data }: { data: Import }) => {
  const [outcome, setOutcome] = useState<RowOutcome>(() => first(data))
  const failed = data.state === 'failed'
  return (
    <>
      <section className="flex flex-wrap items-start gap-4">
        {failed ? (
          <TriangleAlert aria-hidden className="mt-0.5 size-6 text-red" />
        ) : (
          <CircleCheck aria-hidden className="mt-0.5 size-6 text-green" />
        )}
        <div className="min-w-0 flex-1 basis-64" role={failed ? 'alert' : 'status'}>
          <h2 className="text-lg font-semibold tracking-tight">
            {failed ? t('import.failedTitle') : t('import.doneTitle')}
          </h2>
          <p className="text-text-2">
            {failed
              ? `${data.error ?? ''} ${t('import.failedText')}`.trim()
              : t('import.doneText', { n: data.processed, file: data.fileName })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild kind={failed ? 'plain' : 'primary'}>
            <Link to="/today">{t('import.toToday')}</Link>
          </Button>
          <Button asChild>
            <Link to="/contacts">{t('import.toContacts')}</Link>
          </Button>
          <Button asChild kind={failed ? 'primary' : 'plain'}>
            <Link to="/import">{t('import.another')}</Link>
          </Button>
        </div>
      </section>
      <section className="mt-6">
        <h2 className="mb-2 font-semibold">{t('import.report')}</h2>
        <ImportCounts data={data} chosen={outcome} onChoose={setOutcome} />
        <ImportRows id={data.id} outcome={outcome} />
      </section>
    </>
  )
}
