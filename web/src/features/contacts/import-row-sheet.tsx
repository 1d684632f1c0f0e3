import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/imports'
import type { Import } from './import'
import type { ImportRow } from './list-import-rows'
import { mendImportRow } from './mend-import-row'

/** The cells of a refused row, to be put right. It stays open for as long as the row is refused. */
export const ImportRowSheet = ({
  data,
  row,
  onClose,
}: {
  data: Import
  row: ImportRow
  onClose: () => void
}) => {
  const queryClient = useQueryClient()
  const form = useId()
  const [cells, setCells] = useState(() => data.columns.map((_, at) => row.cells?.[at] ?? ''))
  const mending = useMutation({
    mutationFn: () => mendImportRow(data.id, row.row, cells),
    onSuccess: (mended) => {
      void queryClient.invalidateQueries({ queryKey: ['contacts', 'import', data.id] })
      if (mended.outcome === 'refused') return
      say(t('import.mended', { name: mended.name ?? '' }))
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mending.mutate()
  }
  const reason = mending.data ? mending.data.reason : row.reason
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('import.mendTitle', { row: row.row })}
      description={row.line ? t('import.mendLine', { line: row.line }) : undefined}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form={form} busy={mending.isPending}>
            {t('import.mend')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-3">
        <p role="alert" className="rounded-md bg-amber-soft px-3 py-2 text-sm text-amber">
          {mending.isError ? sentenceOf(mending.error) : reason}
        </p>
        {data.columns.map(({ column }, at) => (
          <Field key={column} label={column}>
            {(wiring) => (
              <Input
                {...wiring}
                value={cells[at]}
                maxLength={10_000}
                onChange={({ target }) =>
                  setCells((now) => now.map((cell, index) => (index === at ? target.value : cell)))
                }
              />
            )}
          </Field>
        ))}
      </form>
    </Sheet>
  )
}
