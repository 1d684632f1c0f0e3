import { useInfiniteQuery } from '@tanstack/react-query'
import {
  AlarmClock,
  ArrowRightLeft,
  CircleCheck,
  CircleDot,
  type LucideIcon,
  Mail,
  MessageCircle,
  NotebookPen,
  Phone,
  Send,
  UsersRound,
} from 'lucide-react'
import { createElement } from 'react'
import { Ago } from '@/components/moment'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/translate'
import { getTimeline, type TimelineEntry } from './get-timeline'

const kinds: Record<string, LucideIcon> = {
  touch: MessageCircle,
  fact: CircleDot,
  followUp: CircleCheck,
  move: ArrowRightLeft,
  send: Send,
  snooze: AlarmClock,
}
const channels: Record<string, LucideIcon> = {
  call: Phone,
  email: Mail,
  note: NotebookPen,
  meeting: UsersRound,
}

const iconOf = ({ kind, data }: TimelineEntry) =>
  (kind === 'touch' && typeof data?.channel === 'string' && channels[data.channel]) ||
  kinds[kind] ||
  CircleDot

export const Timeline = ({ contactId }: { contactId: string }) => {
  const list = useInfiniteQuery(getTimeline(contactId))
  if (list.isPending) return <TimelineSkeleton />
  if (list.isError && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  if (entries.length === 0) return <p className="px-1 py-8 text-center text-text-2">{t('timeline.empty')}</p>
  return (
    <>
      <ol aria-label={t('timeline.label')} className="relative">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          kind="quiet"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="mt-1 w-full"
        >
          {t('timeline.more')}
        </Button>
      )}
    </>
  )
}

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  return (
    <li className="relative flex gap-3 pb-5 before:absolute before:top-8 before:bottom-0 before:left-[13.5px] before:w-px before:bg-line-strong last:before:hidden">
      <span className="grid size-7 shrink-0 place-items-center rounded-full border border-line bg-surface text-text-2">
        {createElement(iconOf(entry), { 'aria-hidden': true, className: 'size-3.5' })}
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-medium wrap-anywhere">{entry.title}</span>
          <span className="text-xs text-text-3">
            <Ago at={entry.at} />
            {entry.by && ` · ${t('timeline.by', { name: entry.by.name })}`}
          </span>
        </p>
        {entry.detail && (
          <p className="mt-1 max-w-[70ch] wrap-anywhere whitespace-pre-line text-text-2">{entry.detail}</p>
        )}
      </div>
    </li>
  )
}

const TimelineSkeleton = () => (
  <Skeleton className="space-y-6">
    {[0, 1, 2].map((row) => (
      <div key={row} className="flex gap-3">
        <Bone className="size-7 rounded-full" />
        <div className="flex-1 space-y-2 pt-1.5">
          <Bone className="h-3.5 w-40" />
          <Bone className="h-3.5 w-2/3" />
        </div>
      </div>
    ))}
  </Skeleton>
)
