import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { StageDot } from '@/components/stage-chip'
import { ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { isStatus, problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/stages'
import { sideStages, type Stage, stages } from '@/lib/stages'
import { useTypedOver } from '@/lib/typed-over'
import { changePipelineSettings } from './change-pipeline-settings'
import { type GateMode, getPipelineSettings, type PipelineSettings } from './get-pipeline-settings'

const modes: GateMode[] = ['strict', 'advisory', 'off']
const gated = stages.filter((stage) => stage !== 'lead' && !sideStages.includes(stage))
type Gated = keyof PipelineSettings['gates']
const isGated = (stage: Stage): stage is Stage & Gated => gated.includes(stage)

type Texts = Record<string, string>

const textsOf = ({ gates, labels }: PipelineSettings): Texts => ({
  ...Object.fromEntries(stages.map((stage) => [`label.${stage}`, labels[stage] ?? ''])),
  ...Object.fromEntries(gated.map((stage) => [`gate.${stage}`, gates[stage as Gated]])),
})

/** What a text is when nobody means another stage by it: as the server compares them. */
const keyOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The names that would be sent: an emptied one is the name as ever. */
export const labelsOf = (texts: Texts) =>
  Object.fromEntries(
    stages.map((stage) => [stage, texts[`label.${stage}`]?.trim() || t(`stage.${stage}`)]),
  ) as Record<Stage, string>

export const clashes = (labels: Record<Stage, string>) =>
  new Set(Object.values(labels).map(keyOf)).size < stages.length

export const StagesForm = ({ readOnly }: { readOnly: boolean }) => {
  const { data, error, isPending, refetch } = useQuery(getPipelineSettings)
  if (isPending)
    return (
      <Skeleton className="space-y-2">
        <Bone className="h-96 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Fields settings={data.data} over={data.version} readOnly={readOnly} />
}

type Props = { settings: PipelineSettings; over: string | undefined; readOnly: boolean }

const Fields = ({ settings, over, readOnly }: Props) => {
  const queryClient = useQueryClient()
  const saved = textsOf(settings)
  const { values: texts, version, ...typed } = useTypedOver({ values: saved, version: over })
  const labels = labelsOf(texts)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['contacts'] })
  const saving = useMutation({
    mutationFn: () =>
      changePipelineSettings(
        {
          labels,
          gates: Object.fromEntries(gated.map((stage) => [stage, texts[`gate.${stage}`] as GateMode])),
        },
        version,
      ),
    onSuccess: async () => {
      say(t('action.saved'))
      await refresh()
      typed.drop(texts)
    },
    onError: async (failed) => {
      if (!isStatus(failed, 412)) return isStatus(failed, 400) ? undefined : sayError(failed)
      await refresh()
      typed.accept()
    },
  })
  const wrong = clashes(labels)
    ? t('stages.clash')
    : isStatus(saving.error, 400)
      ? problemOf(saving.error).detail
      : null
  return (
    <form
      className="max-w-[760px]"
      onSubmit={(event) => {
        event.preventDefault()
        if (!clashes(labels)) saving.mutate()
      }}
    >
      <ul className="rounded-lg border border-line bg-surface">
        {stages.map((stage) => (
          <li
            key={stage}
            className="grid grid-cols-1 gap-x-4 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_220px]"
          >
            <span className="flex items-center gap-3">
              <StageDot stage={stage} />
              <Input
                aria-label={t('stages.nameOf', { stage: t(`stage.${stage}`) })}
                value={texts[`label.${stage}`] ?? ''}
                placeholder={t('stages.asEver', { stage: t(`stage.${stage}`) })}
                maxLength={40}
                readOnly={readOnly}
                autoComplete="off"
                onChange={(event) => typed.type({ [`label.${stage}`]: event.target.value })}
              />
            </span>
            {isGated(stage) ? (
              <span className="pl-5 sm:pl-0">
                <Select
                  aria-label={t('stages.gateOf', { stage: t(`stage.${stage}`) })}
                  aria-describedby={`wants-${stage}`}
                  value={texts[`gate.${stage}`]}
                  disabled={readOnly}
                  onChange={(event) => typed.type({ [`gate.${stage}`]: event.target.value })}
                >
                  {modes.map((mode) => (
                    <option key={mode} value={mode}>
                      {t(`stages.${mode}`)}
                    </option>
                  ))}
                </Select>
                <span id={`wants-${stage}`} className="mt-1 block text-xs text-text-3">
                  {t(`stages.wants.${stage}`)}
                </span>
              </span>
            ) : (
              <span className="self-center pl-5 text-sm text-text-3 sm:pl-0">
                {t(stage === 'lead' ? 'stages.start' : 'stages.beside')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {wrong && (
        <p role="alert" className="mt-2 text-sm text-red">
          {wrong}
        </p>
      )}
      {isStatus(saving.error, 412) && (
        <p role="alert" className="mt-2 text-sm text-amber">
          {t('stale.kept')}
        </p>
      )}
      {!readOnly && (
        <Button
          kind="primary"
          type="submit"
          className="mt-4"
          busy={saving.isPending}
          aria-disabled={!typed.changed || clashes(labels)}
        >
          {t('action.save')}
        </Button>
      )}
      <Modes />
    </form>
  )
}

const Modes = () => (
  <section aria-label={t('stages.gates')} className="mt-6">
    <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[96px_minmax(0,1fr)]">
      {modes.map((mode) => (
        <div key={mode} className="contents">
          <dt className="font-medium">{t(`stages.${mode}`)}</dt>
          <dd className="text-text-2">{t(`stages.${mode}Text` as 'stages.strictText')}</dd>
        </div>
      ))}
    </dl>
  </section>
)
