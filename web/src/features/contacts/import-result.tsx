import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/imports'
import type { Import } from './import'
import { ImportCounts } from './import-counts'
import { ImportRows } from './import-rows'
import { ImportUndo } from './import-undo'
import type { RowOutcome } from './list-import-rows'

const first = (data: Import): RowOutcome =>
  data.refused > 0 ? 'refused' : data.created > 0 ? 'created' : data.updated > 0 ? 'updated' : 'duplicate'

/** What came of it, in one sentence; a green tick only if somebody came in. */
const verdict = (data: Import) => {
  const { state, created, updated, refused, processed, fileName: file } = data
  if (state === 'failed')
    return {
      icon: <TriangleAlert aria-hidden className="mt-0.5 size-6 text-red" />,
      title: t('import.failedTitle'),
      text: `${data.error ?? ''} ${t('import.failedText')}`.trim(),
    }
  if (data.undone)
    return {
      icon: <Undo2 aria-hidden className="mt-0.5 size-6 text-text-2" />,
      title: t('import.undoneTitle'),
      text: `${t('import.undoneText', data.undone)} ${data.undone.kept > 0 ? t('import.undoneKept', { n: data.undone.kept }) : ''}`.trim(),
    }
  if (created + updated === 0)
    return {
      icon: <CircleSlash aria-hidden className="mt-0.5 size-6 text-amber" />,
      title: t('import.noneTitle'),
      text: refused > 0 ? t('import.noneRefused', { n: refused }) : t('import.noneNew', { file }),
    }
  return {
    icon: <CircleCheck aria-hidden className="mt-0.5 size-6 text-green" />,
    title: t('import.doneTitle'),
    text: t('import.doneText', { n: processed, file }),
  }
}

export const ImportResult = ({ data }: { data: Import }) => {
  const [outcome, setOutcome] = useState<RowOutcome>(() => first(data))
  const failed = data.state === 'failed'
  const { icon, title, text } = verdict(data)
  return (
    <>
      <section className="flex flex-wrap items-start gap-4">
        {icon}
        <div className="min-w-0 flex-1 basis-64" role={failed ? 'alert' : 'status'}>
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          <p className="max-w-[70ch] text-text-2">{text}</p>
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
          {data.undoUntil && data.created + data.updated > 0 && <ImportUndo data={data} />}
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
