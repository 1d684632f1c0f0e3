import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, ListPlus, Lock, RotateCcw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { EmptyState, ErrorState } from '@/components/states'
import { SubHeading } from '@/components/sub-heading'
import { say, sayError, sayUndo } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/fields'
import { archiveField } from './archive-field'
import type { CustomField } from './custom-field'
import { FieldSheet } from './field-sheet'
import { listFields } from './list-fields'
import { orderFields } from './order-fields'
import { restoreField } from './restore-field'

/** The workspace's fields in their order; `children` invite to add the first. */
export const FieldList = ({ children }: { children: ReactNode }) => {
  const { data, error, isPending, refetch } = useQuery(listFields)
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<CustomField | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: listFields.queryKey })
  const ordering = useMutation({
    mutationFn: (fields: CustomField[]) => orderFields(fields.filter(shown).map(({ id }) => id)),
    // Seen at once; whatever the server says then holds.
    onMutate: (fields) => queryClient.setQueryData(listFields.queryKey, fields),
    onError: sayError,
    onSettled: refresh,
  })
  const restoring = useMutation({
    mutationFn: ({ id }: CustomField) => restoreField(id),
    onSuccess: (_, { label }) => say(t('fields.restored', { name: label })),
    onError: sayError,
    onSettled: refresh,
  })
  const archiving = useMutation({
    mutationFn: ({ id }: CustomField) => archiveField(id),
    onSuccess: (_, field) => {
      setOpen(null)
      sayUndo(t('fields.archived', { name: field.label }), () => restoring.mutate(field), 10_000)
    },
    onError: sayError,
    onSettled: refresh,
  })
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-72 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const active = data.filter(shown)
  const archived = data.filter(({ archived }) => archived)
  const move = (at: number, by: 1 | -1) => {
    const fields = [...active]
    fields.splice(at + by, 0, ...fields.splice(at, 1))
    ordering.mutate([...fields, ...archived])
  }
  return (
    <>
      {active.length === 0 && (
        <EmptyState icon={<ListPlus />} title={t('fields.emptyTitle')} text={t('fields.emptyText')}>
          {children}
        </EmptyState>
      )}
      {active.length > 0 && (
        <ul aria-label={t('settings.fields')} className="rounded-lg border border-line bg-surface">
          {active.map((field, at) => (
            <li key={field.id} className="flex items-center gap-1 border-t border-line pr-2 first:border-t-0">
              <button
                type="button"
                aria-haspopup="dialog"
                onClick={() => setOpen(field)}
                className="min-h-14 min-w-0 flex-1 px-4 py-2 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2"
              >
                <FieldName field={field} />
              </button>
              <IconButton
                label={t('fields.up', { name: field.label })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={t('fields.down', { name: field.label })}
                disabled={at === active.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {archived.length > 0 && (
        <section className="mt-8" aria-labelledby="archived-fields">
          <SubHeading id="archived-fields">{t('fields.archivedHeading')}</SubHeading>
          <p className="mt-0.5 mb-3 text-text-2">{t('fields.archivedText')}</p>
          <ul className="rounded-lg border border-line bg-surface">
            {archived.map((field) => (
              <li
                key={field.id}
                className="flex min-h-14 items-center gap-3 border-t border-line px-4 py-2 first:border-t-0"
              >
                <div className="min-w-0 flex-1">
                  <FieldName field={field} />
                </div>
                <Button
                  size="small"
                  icon={<RotateCcw aria-hidden className="size-4" />}
                  busy={restoring.isPending && restoring.variables?.id === field.id}
                  onClick={() => restoring.mutate(field)}
                >
                  {t('fields.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open && (
        <FieldSheet
          field={open}
          archiving={archiving.isPending}
          onArchive={() => archiving.mutate(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const shown = ({ archived }: CustomField) => !archived

const FieldName = ({ field }: { field: CustomField }) => (
  <>
    <span className="flex items-center gap-1.5 font-medium">
      <span className="truncate">{field.label}</span>
      {field.sensitive && (
        <Lock aria-label={t('fields.sensitive')} className="size-3.5 shrink-0 text-text-3" />
      )}
    </span>
    <span className="block truncate text-sm text-text-2">
      {[
        t(`fields.kind.${field.kind}`),
        field.options
          .filter(({ archived }) => !archived)
          .map(({ label }) => label)
          .join(', '),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </>
)
