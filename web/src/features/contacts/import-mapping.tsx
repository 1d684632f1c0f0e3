import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/imports'
import { isStage, type Stage, stageLabel, stages } from '@/lib/stages'
import { checkImport } from './check-import'
import { canTellWho, type ColumnGoal, goalOf, type Import, newField } from './import'
import { ImportColumns } from './import-columns'
import { runImport } from './run-import'

const choices = ['fill', 'overwrite', 'leave'] as const

export const ImportMapping = ({ data, onSent }: { data: Import; onSent: () => void }) => {
  const queryClient = useQueryClient()
  const csv = data.kind === 'csv'
  const [goals, setGoals] = useState<Record<string, ColumnGoal>>(() =>
    Object.fromEntries(data.columns.map((column) => [column.column, goalOf(column)])),
  )
  const [stage, setStage] = useState<Stage>(data.stage)
  const [existing, setExisting] = useState<(typeof choices)[number]>(data.existing)
  const told = !csv || canTellWho(Object.values(goals))
  const news = Object.values(goals).filter(({ field }) => field === newField).length
  const named = Object.values(goals).every((goal) => goal.field !== newField || goal.new?.label.trim())
  const sending = useMutation({
    mutationFn: (send: typeof runImport) =>
      send(data.id, {
        stage,
        existing,
        mapping: csv ? Object.entries(goals).map(([column, goal]) => ({ column, ...goal })) : undefined,
      }),
    onSuccess: () => {
      onSent()
      void queryClient.invalidateQueries({ queryKey: ['contacts', 'import', data.id] })
      void queryClient.invalidateQueries({ queryKey: ['contacts', 'imports'] })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (told && named) sending.mutate(checkImport)
      }}
    >
      <h2 className="text-lg font-semibold tracking-tight">{csv ? t('import.mapTitle') : data.format}</h2>
      <p className="mt-0.5 mb-4 max-w-[70ch] text-text-2">
        {csv
          ? t(data.remembered ? 'import.mapRemembered' : 'import.mapText', {
              format: data.format,
              n: data.total,
              encoding: data.encoding,
            })
          : t('import.vcardText', { format: data.format, n: data.total })}
      </p>
      {data.columns.length > 0 && (
        <ImportColumns
          columns={data.columns}
          choices={data.fields}
          goals={goals}
          fixed={!csv}
          onChange={(column, goal) => setGoals((now) => ({ ...now, [column]: goal }))}
        />
      )}
      {news > 0 && <p className="mt-3 text-text-2">{t('import.newFields', { n: news })}</p>}
      {!told && (
        <p role="alert" className="mt-3 text-amber">
          {t('import.needName')}
        </p>
      )}
      <div className="mt-5 flex flex-wrap items-start gap-4">
        <Field label={t('import.startStage')} hint={t('import.startStageHint')} className="w-full sm:w-72">
          {(wiring) => (
            <Select
              {...wiring}
              value={stage}
              onChange={({ target }) => isStage(target.value) && setStage(target.value)}
            >
              {stages.map((each) => (
                <option key={each} value={each}>
                  {stageLabel(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('import.existing')} hint={t('import.existingHint')} className="w-full sm:w-72">
          {(wiring) => (
            <Select
              {...wiring}
              value={existing}
              onChange={({ target }) =>
                setExisting(choices.find((choice) => choice === target.value) ?? 'fill')
              }
            >
              {choices.map((each) => (
                <option key={each} value={each}>
                  {t(`import.existing.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button
          busy={sending.isPending && sending.variables === runImport}
          disabled={!told || !named || data.total === 0}
          className="max-sm:flex-1"
          onClick={() => sending.mutate(runImport)}
        >
          {t('import.start', { n: data.total })}
        </Button>
        <Button
          kind="primary"
          type="submit"
          busy={sending.isPending && sending.variables === checkImport}
          disabled={!told || !named || data.total === 0}
          className="max-sm:flex-1"
        >
          {t('import.check')}
        </Button>
      </div>
      {sending.isError && (
        <p role="alert" className="mt-3 text-red">
          {sentenceOf(sending.error)}
        </p>
      )}
    </form>
  )
}
