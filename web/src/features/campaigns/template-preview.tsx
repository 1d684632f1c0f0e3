import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/templates'
import { useDebounced } from '@/lib/use-debounced'
import { previewTemplate } from './preview-template'

/** The server fills the variables, so that the preview is what Today will say. */
export const TemplatePreview = ({ body, subject }: { body: string; subject: string | null }) => {
  const late = useDebounced(body, 300)
  const lateSubject = useDebounced(subject, 300)
  const { data, error } = useQuery({
    ...previewTemplate(late, lateSubject),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-label={t('templates.preview')}>
      <h3 className="mb-1.5 text-sm font-medium text-text-2">{t('templates.previewFor')}</h3>
      <div className="min-h-24 rounded-lg bg-sunken p-4">
        {error ? (
          <p className="text-red">{sentenceOf(error)}</p>
        ) : (
          <div className="w-fit max-w-full rounded-xl rounded-bl-sm border border-line bg-surface px-3.5 py-2.5">
            {data?.subject && <p className="mb-1 font-semibold">{data.subject}</p>}
            <p className="break-words whitespace-pre-line">{late.trim() ? (data?.text ?? '…') : '…'}</p>
          </div>
        )}
      </div>
      {data && data.missing.length > 0 && late.trim() && (
        <p className="mt-2 text-sm text-amber">
          {t('templates.missing', { names: data.missing.join(', ') })}
        </p>
      )}
    </section>
  )
}
