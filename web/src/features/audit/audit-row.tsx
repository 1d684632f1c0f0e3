import { ArrowRight, Cog, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Avatar } from '@/components/avatar'
import { t } from '@/lib/i18n/lazy/audit'
import { cx } from '@/lib/style'
import { absolute, clock } from '@/lib/time/format'
import { type Change, changesOf, columnName } from './change'
import type { AuditEntry } from './list-audit'

const words = {
  empty: t('audit.nothing'),
  yes: t('audit.yes'),
  no: t('audit.no'),
  time: (iso: string) => absolute(iso),
}

const verbs: Record<string, string> = {
  insert: t('audit.done.insert'),
  update: t('audit.done.update'),
  delete: t('audit.done.delete'),
}

type Props = {
  entry: AuditEntry
  who: (memberId: string | null) => string
  what: (entry: AuditEntry) => string
}

/** One sentence: who did what to what; opened, every value before and after. */
export const AuditRow = ({ entry, who, what }: Props) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const changes = changesOf(entry.action, entry.changes, words)
  const name = who(entry.memberId)
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2"
      >
        {entry.memberId ? (
          <Avatar name={name} size="small" />
        ) : (
          <span className="grid size-7 shrink-0 place-items-center rounded-full bg-line text-text-2">
            <Cog aria-hidden className="size-3.5" />
          </span>
        )}
        <span className="min-w-0 flex-1 md:flex md:items-baseline md:gap-3">
          <span className="block min-w-0 wrap-anywhere md:flex-1">
            <span className="font-medium">{name}</span>{' '}
            <span className="text-text-2">{verbs[entry.action] ?? columnName(entry.action)}</span>{' '}
            {what(entry)}
          </span>
          <span className="block truncate text-sm text-text-3 md:max-w-[45%] md:shrink-0">
            {changes.length > 0 && preview(entry.action, changes)}
          </span>
        </span>
        <time dateTime={entry.at} title={absolute(entry.at)} className="num shrink-0 text-sm text-text-3">
          {clock(new Date(entry.at))}
        </time>
        <ChevronRight
          aria-hidden
          className={cx('size-4 shrink-0 text-text-3 transition-transform', open && 'rotate-90')}
        />
      </button>
      <div id={id} hidden={!open}>
        {open && <Details entry={entry} changes={changes} />}
      </div>
    </li>
  )
}

const preview = (action: string, changes: Change[]) => {
  const [only] = changes
  if (action === 'update' && changes.length === 1 && only)
    return `${only.name}: ${only.before} → ${only.after}`
  if (action === 'update') return changes.map(({ name }) => name).join(', ')
  return changes
    .filter(({ name }) => !/(^| )ids?$| at$/.test(name))
    .slice(0, 3)
    .map(({ name, before, after }) => `${name}: ${after ?? before}`)
    .join(' · ')
}

const Details = ({ entry, changes }: { entry: AuditEntry; changes: Change[] }) => (
  <div className="px-4 pb-4 md:pl-14">
    <dl className="rounded-md border border-line bg-sunken">
      {changes.map((change) => (
        <div
          key={change.name}
          className="gap-4 border-t border-line px-3 py-2 first:border-t-0 md:grid md:grid-cols-[160px_minmax(0,1fr)]"
        >
          <dt className="text-sm text-text-2 wrap-anywhere">{change.name}</dt>
          <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
            {change.before !== undefined && (
              <del className="min-w-0 text-text-2">
                <span className="sr-only">{t('audit.was')}: </span>
                {change.before}
              </del>
            )}
            {change.before !== undefined && change.after !== undefined && (
              <ArrowRight aria-hidden className="size-3.5 shrink-0 text-text-3" />
            )}
            {change.after !== undefined && (
              <ins className="min-w-0 font-medium no-underline">
                <span className="sr-only">{t('audit.is')}: </span>
                {change.after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
    <p className="mt-2 text-xs text-text-3 wrap-anywhere">
      {absolute(entry.at)} · {t('audit.id')} {entry.subjectId}
      {entry.request && ` · ${t('audit.trace')} ${entry.request}`}
    </p>
  </div>
)
