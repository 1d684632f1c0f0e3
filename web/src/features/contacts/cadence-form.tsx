import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { Warmth } from '@/components/warmth'
import { isStatus } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'
import { useTypedOver } from '@/lib/typed-over'
import { type Cadence, getCadence } from './get-cadence'
import { changeCadence } from './change-cadence'

const rows: [keyof Cadence, number][] = [
  ['five', 5],
  ['four', 4],
  ['three', 3],
  ['two', 2],
  ['one', 1],
]

type Texts = Record<keyof Cadence, string>

const textsOf = (days: Cadence) =>
  Object.fromEntries(rows.map(([key]) => [key, String(days[key] ?? '')])) as Texts

/** Days by stars; an empty field is "never". Null when a text is no number of days. */
export const readCadence = (texts: Texts): Cadence | null => {
  const cadence = {} as Cadence
  for (const [key] of rows) {
    const text = texts[key].trim()
    const days = Number(text)
    if (text && !(Number.isInteger(days) && days >= 1 && days <= 1000)) return null
    cadence[key] = text ? days : null
  }
  return cadence
}

export const CadenceForm = ({ readOnly }: { readOnly: boolean }) => {
  const { data, error, isPending, refetch } = useQuery(getCadence)
  if (isPending)
    return (
      <Skeleton className="space-y-2">
        <Bone className="h-52 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <Fields days={data.data} over={data.version} readOnly={readOnly} />
}

type Props = { days: Cadence; over: string | undefined; readOnly: boolean }

const Fields = ({ days, over, readOnly }: Props) => {
  const queryClient = useQueryClient()
  const saved = textsOf(days)
  const { values: texts, version, ...typed } = useTypedOver({ values: saved, version: over })
  const cadence = readCadence(texts)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['contacts', 'cadence'] })
  const saving = useMutation({
    mutationFn: ({ wanted }: { wanted: Cadence; sent: Texts }) => changeCadence(wanted, version),
    onSuccess: async (_, { sent }) => {
      say(t('action.saved'))
      void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
      await refresh()
      typed.drop(sent)
    },
    onError: async (error) => {
      if (!isStatus(error, 412)) return sayError(error)
      await refresh()
      typed.accept()
    },
  })
  const stale = isStatus(saving.error, 412)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (cadence) saving.mutate({ wanted: cadence, sent: texts })
      }}
    >
      <ul className="rounded-lg border border-line bg-surface">
        {rows.map(([key, stars]) => (
          <li key={key} className="flex h-14 items-center gap-4 border-t border-line px-4 first:border-t-0">
            <Warmth value={stars} className="flex-1 [&_svg]:size-3.5" />
            {stale && texts[key] !== saved[key] && (
              <span className="text-sm text-amber">
                {t('stale.savedNow', { text: saved[key] || t('settings.never') })}
              </span>
            )}
            <Input
              aria-label={`${t('warmth.value', { n: stars })}, ${t('settings.days')}`}
              inputMode="numeric"
              readOnly={readOnly}
              placeholder={t('settings.never')}
              value={texts[key]}
              onChange={(event) => typed.type({ [key]: event.target.value })}
              className="num w-24! text-right"
            />
            <span className="w-10 text-text-2">{t('settings.days')}</span>
          </li>
        ))}
      </ul>
      {!cadence && (
        <p role="alert" className="mt-2 text-sm text-red">
          {t('settings.cadenceRange')}
        </p>
      )}
      {stale && (
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
          aria-disabled={!typed.changed || !cadence}
        >
          {t('action.save')}
        </Button>
      )}
    </form>
  )
}
