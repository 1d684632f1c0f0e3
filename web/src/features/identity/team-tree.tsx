import { useQuery } from '@tanstack/react-query'
import { Network } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { EmptyState, ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/team'
import { getTeam, type TeamLine } from './get-team'
import { parentOf, shownLines } from './team-lines'
import { TeamRow } from './team-row'

/** Who brought whom, as a tree: arrows walk it, right opens, left closes or goes up. */
export const TeamTree = ({ ownId }: { ownId: string }) => {
  const { data, error, isPending, refetch } = useQuery(getTeam)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-64 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0)
    return <EmptyState icon={<Network />} title={t('team.emptyTitle')} text={t('team.emptyText')} />

  const lines = shownLines(data, closed)
  const current = lines.some(({ id }) => id === focused) ? focused : (lines[0]?.id ?? null)
  const set = (id: string, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const goTo = (line: TeamLine | null | undefined) => {
    if (!line) return
    setFocused(line.id)
    list.current?.querySelector<HTMLElement>(`[data-id="${line.id}"]`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const at = lines.findIndex(({ id }) => id === current)
    const line = lines[at]
    if (!line || event.altKey || event.ctrlKey || event.metaKey) return
    const open = line.direct > 0 && !closed.has(line.id)
    const moves: Record<string, () => void> = {
      ArrowDown: () => goTo(lines[at + 1]),
      ArrowUp: () => goTo(lines[at - 1]),
      Home: () => goTo(lines[0]),
      End: () => goTo(lines.at(-1)),
      ArrowRight: () => (open ? goTo(lines[at + 1]) : set(line.id, true)),
      ArrowLeft: () => (open ? set(line.id, false) : goTo(parentOf(lines, at))),
      Enter: () => line.direct > 0 && set(line.id, !open),
      ' ': () => line.direct > 0 && set(line.id, !open),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const holders = data.filter(({ direct }) => direct > 0).map(({ id }) => id)
  return (
    <>
      {holders.length > 0 && (
        <div className="mb-3 flex gap-2">
          <Button size="small" onClick={() => setClosed(new Set())}>
            {t('team.openAll')}
          </Button>
          <Button size="small" onClick={() => setClosed(new Set(holders))}>
            {t('team.closeAll')}
          </Button>
        </div>
      )}
      <ul
        ref={list}
        role="tree"
        aria-label={t('settings.team')}
        onKeyDown={onKey}
        className="rounded-lg border border-line bg-surface"
      >
        {lines.map((line) => (
          <TeamRow
            key={line.id}
            line={line}
            own={line.id === ownId}
            open={line.direct > 0 ? !closed.has(line.id) : undefined}
            focusable={line.id === current}
            onFocus={() => setFocused(line.id)}
            onToggle={() => set(line.id, closed.has(line.id))}
          />
        ))}
      </ul>
    </>
  )
}
