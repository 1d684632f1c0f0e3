import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState } from '@/components/states'
import { SubHeading } from '@/components/sub-heading'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { isStatus } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/stages'
import { useTypedOver } from '@/lib/typed-over'
import { changeDaySettings } from './change-day-settings'
import { type DaySettings, getDaySettings } from './get-day-settings'

type Texts = { invites: string; followUps: string; from: string; until: string }

const textsOf = (settings: DaySettings): Texts => ({
  invites: String(settings.inviteTarget),
  followUps: String(settings.followUpTarget),
  from: settings.quietFrom?.slice(0, 5) ?? '',
  until: settings.quietUntil?.slice(0, 5) ?? '',
})

const target = (text: string) => {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= 500 ? number : null
}

/** What the texts say; null where they say nothing that can be. */
export const readDay = (texts: Texts): DaySettings | null => {
  const [inviteTarget, followUpTarget] = [target(texts.invites), target(texts.followUps)]
  const quiet = Boolean(texts.from) === Boolean(texts.until) && (!texts.from || texts.from !== texts.until)
  if (inviteTarget === null || followUpTarget === null || !quiet) return null
  const time = (text: string) => (text ? `${text}:00` : null)
  return { inviteTarget, followUpTarget, quietFrom: time(texts.from), quietUntil: time(texts.until) }
}

export const DayForm = ({ readOnly }: { readOnly: boolean }) => {
  const { data, error, isPending, refetch } = useQuery(getDaySettings)
  if (isPending)
    return (
      <Skeleton className="space-y-4">
        <Bone className="h-24 rounded-lg" />
        <Bone className="h-24 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Fields settings={data.data} over={data.version} readOnly={readOnly} />
}

type Props = { settings: DaySettings; over: string | undefined; readOnly: boolean }

const Fields = ({ settings, over, readOnly }: Props) => {
  const queryClient = useQueryClient()
  const { values: texts, version, ...typed } = useTypedOver({ values: textsOf(settings), version: over })
  const wanted = readDay(texts)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['contacts'] })
  const saving = useMutation({
    mutationFn: (next: DaySettings) => changeDaySettings(next, version),
    onSuccess: async () => {
      say(t('action.saved'))
      await refresh()
      typed.drop(texts)
    },
    onError: async (failed) => {
      if (!isStatus(failed, 412)) return sayError(failed)
      await refresh()
      typed.accept()
    },
  })
  const field = (key: keyof Texts, label: string, kind: 'number' | 'time', wrong?: string) => (
    <Field label={label} error={wrong}>
      {(wiring) => (
        <Input
          {...wiring}
          type={kind === 'time' ? 'time' : 'text'}
          inputMode={kind === 'time' ? undefined : 'numeric'}
          readOnly={readOnly}
          value={texts[key]}
          onChange={(event) => typed.type({ [key]: event.target.value })}
          className="num"
        />
      )}
    </Field>
  )
  const range = (text: string) => (target(text) === null ? t('day.range') : undefined)
  const quietWrong =
    Boolean(texts.from) !== Boolean(texts.until) || (texts.from !== '' && texts.from === texts.until)
  return (
    <form
      className="space-y-7"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted) saving.mutate(wanted)
      }}
    >
      <section aria-labelledby="targets">
        <SubHeading id="targets">{t('day.targets')}</SubHeading>
        <div className="mt-3 grid max-w-80 grid-cols-2 gap-4">
          {field('invites', t('day.invites'), 'number', range(texts.invites))}
          {field('followUps', t('day.followUps'), 'number', range(texts.followUps))}
        </div>
      </section>
      <section aria-labelledby="quiet">
        <SubHeading id="quiet">{t('day.quiet')}</SubHeading>
        <p className="mt-0.5 text-text-2">{t('day.quietText')}</p>
        <div className="mt-3 grid max-w-80 grid-cols-2 gap-4">
          {field('from', t('day.from'), 'time')}
          {field('until', t('day.until'), 'time', quietWrong ? t('day.quietBoth') : undefined)}
        </div>
      </section>
      {isStatus(saving.error, 412) && (
        <p role="alert" className="text-sm text-amber">
          {t('stale.kept')}
        </p>
      )}
      {!readOnly && (
        <Button
          kind="primary"
          type="submit"
          busy={saving.isPending}
          aria-disabled={!typed.changed || !wanted}
        >
          {t('action.save')}
        </Button>
      )}
    </form>
  )
}
