import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Ring } from '@/components/ring'
import { ErrorState } from '@/components/states'
import { Sheet } from '@/components/ui/sheet'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { type Dmo, getDmo } from '@/features/contacts/get-dmo'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/dmo'
import { DmoCalendar } from './dmo-calendar'
import { DmoOverdue } from './dmo-overdue'
import { DmoQuestions } from './dmo-questions'
import { DmoTeam } from './dmo-team'

/** What stands behind the rings: the week, the streak, the team and the day's questions. */
export const DmoSheet = ({ onClose }: { onClose: () => void }) => {
  const { data, error, isPending, refetch } = useQuery(getDmo)
  const leads = useCan('contacts.team')
  return (
    <Sheet open onClose={onClose} title={t('dmo.title')} description={t('dmo.text')}>
      {isPending && (
        <Skeleton className="space-y-4">
          <Bone className="h-20 rounded-lg" />
          <Bone className="h-44 rounded-lg" />
          <Bone className="h-28 rounded-lg" />
        </Skeleton>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="space-y-8">
          <Week dmo={data} />
          <DmoPart id="dmo-calendar" title={t('dmo.calendar')}>
            <DmoCalendar dmo={data} />
          </DmoPart>
          <DmoPart id="dmo-questions" title={t('dmo.questions')} text={t('dmo.questionsText')}>
            <DmoQuestions />
          </DmoPart>
          <DmoPart id="dmo-team" title={t('dmo.team')}>
            <DmoTeam />
          </DmoPart>
          {leads && (
            <DmoPart id="dmo-overdue" title={t('dmo.overdue')} text={t('dmo.overdueText')}>
              <DmoOverdue />
            </DmoPart>
          )}
        </div>
      )}
    </Sheet>
  )
}

type PartProps = { id: string; title: string; text?: string; children: ReactNode }

const DmoPart = ({ id, title, text, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h3 id={id} className="font-semibold">
      {title}
    </h3>
    {text && <p className="mt-0.5 text-sm text-text-2">{text}</p>}
    <div className="mt-3">{children}</div>
  </section>
)

const Week = ({ dmo }: { dmo: Dmo }) => (
  <section
    aria-label={t('dmo.week')}
    className="grid grid-cols-3 gap-2 rounded-lg border border-line bg-sunken p-4"
  >
    <Number value={dmo.week.invites} of={dmo.targets.invites * 7} what={t('today.invites')} />
    <Number value={dmo.week.followUps} of={dmo.targets.followUps * 7} what={t('today.followUps')} />
    <div>
      <Ring share={Math.min(1, dmo.streakDays / 7)} />
      <p className="mt-1.5">
        <b className="num block font-semibold">{t('dmo.streakDays', { n: dmo.streakDays })}</b>
        <span className="block text-xs text-text-2">{t('dmo.longest', { n: dmo.longestStreak })}</span>
      </p>
    </div>
    <p className="col-span-3 mt-1 text-sm text-text-2">{t('dmo.worked', { n: dmo.week.daysWorked })}</p>
  </section>
)

const Number = ({ value, of, what }: { value: number; of: number; what: string }) => (
  <div>
    <Ring share={of > 0 ? value / of : 0} />
    <p className="mt-1.5">
      <b className="num block font-semibold">{t('today.of', { done: value, target: of })}</b>
      <span className="block text-xs text-text-2">{what}</span>
    </p>
  </div>
)
