import { Progress } from '@/components/ui/progress'
import { t } from '@/lib/i18n/lazy/imports'
import { type Import, secondsLeft } from './import'
import { ImportCounts } from './import-counts'

export const ImportRunning = ({ data }: { data: Import }) => {
  const undone = data.state === 'undoing' ? data.undone : null
  const left = undone ? null : secondsLeft(data)
  const done = undone ? undone.processed : data.processed
  return (
    <section className="rounded-lg border border-line bg-surface p-5 md:p-6">
      <h2 className="text-lg font-semibold tracking-tight">
        {data.state === 'queued'
          ? t('import.queued')
          : t(undone ? 'import.undoing' : 'import.running', { file: data.fileName })}
      </h2>
      <p className="mt-0.5 mb-5 text-text-2">{t('import.runningText')}</p>
      <Progress
        label={t(undone ? 'import.undoProgress' : 'import.progress')}
        done={done}
        total={data.total}
      />
      <p className="num mt-2 mb-6 flex flex-wrap justify-between gap-x-4 text-sm text-text-2">
        <span>{t('import.processed', { done, total: data.total })}</span>
        <span>
          {[
            data.ratePerSecond && !undone ? t('import.rate', { n: Math.round(data.ratePerSecond) }) : null,
            left !== null ? t('import.left', { n: left }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <ImportCounts data={data} />
    </section>
  )
}
