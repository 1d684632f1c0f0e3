import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { t } from '@/lib/i18n/lazy/fields'
import type { Card } from './contact'
import { listFields } from './list-fields'
import { FieldWords } from './show-field'

/** The workspace's own fields that hold something, in their order; of what this member may not see, that it is there. */
export const CardFields = ({ card }: { card: Card }) => {
  const { data } = useQuery(listFields)
  const filled = data?.filter(
    ({ key, archived }) => !archived && (key in card.fields || card.hiddenFields.includes(key)),
  )
  if (!filled?.length) return null
  return (
    <section>
      <h2 className="mb-2 text-sm font-medium text-text-3">{t('fields.heading')}</h2>
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
        {filled.map((field) => (
          <div key={field.id} className="contents">
            <dt className="max-w-36 text-text-3 wrap-anywhere">{field.label}</dt>
            <dd className="min-w-0 wrap-anywhere whitespace-pre-line">
              {card.hiddenFields.includes(field.key) ? (
                <span className="inline-flex items-center gap-1.5 text-text-3">
                  <Lock aria-hidden className="size-3.5" />
                  {t('fields.hidden')}
                </span>
              ) : (
                <FieldWords field={field} value={card.fields[field.key]} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
