import { useQuery } from '@tanstack/react-query'
import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { sayError } from '@/components/toast'
import { Bone } from '@/components/ui/skeleton'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/cells'
import { CellInput } from './cell-input'
import { draftOfCell, valuesWith } from './cell-values'
import { ConflictView } from './conflict-view'
import type { Card } from './contact'
import { contactValues, valuesOf } from './contact-values'
import type { CustomField } from './custom-field'
import { getContact } from './get-contact'
import { useSaveContact } from './use-save-contact'

type Props = {
  id: string
  column: string
  label: string
  field?: CustomField
  /** `back`: the keyboard goes on from the cell. */
  onClose: (back: boolean) => void
  /** While what was typed is on its way no other cell opens: what the server says to it is said here. */
  onBusy: (busy: boolean) => void
}

const box =
  'absolute top-0 left-0 z-20 w-full min-w-52 rounded-md border border-accent bg-surface p-1 shadow-float'

/** One cell of the list as a control. What is edited is the contact as it is now, not as the list last saw it. */
export const CellEditor = (props: Props) => {
  const { data: card, error, isFetchedAfterMount } = useQuery({ ...getContact(props.id), staleTime: 0 })
  const failed = card ? null : error
  const giveUp = useEffectEvent((why: Error) => {
    sayError(why)
    props.onClose(true)
  })
  useEffect(() => {
    if (failed) giveUp(failed)
  }, [failed])
  if (!card || !isFetchedAfterMount)
    return (
      <div role="status" aria-label={t('cell.loading')} className={box}>
        <Bone className="m-2 h-4 w-24" />
      </div>
    )
  return <CellForm {...props} card={card} />
}

/** What may be wrong with each column by the form's own rules; the rest of the contact is not asked about here. */
const partsOf: Record<string, string[]> = { name: ['firstName', 'lastName'], reach: ['emails', 'phones'] }

const CellForm = ({ card, column, label, field, onClose, onBusy }: Props & { card: Card }) => {
  // The version the editor started from; a refetch behind it must not move it.
  const [base] = useState(card)
  const [start] = useState(() => valuesOf(base))
  const first = draftOfCell(column, start, field)
  const [draft, setDraft] = useState(first)
  const [wrong, setWrong] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  // Who went on to something else is not called back.
  const leaving = useRef(false)
  const { saving, conflict, refused } = useSaveContact(async (shown) => {
    await shown
    onClose(!leaving.current)
  })
  const busy = saving.isPending
  useEffect(() => {
    onBusy(busy)
    return () => onBusy(false)
  }, [busy, onBusy])
  const changed = JSON.stringify(draft) !== JSON.stringify(first)
  const save = (left = false) => {
    if (busy) return
    leaving.current = left
    if (!changed) return onClose(true)
    const values = valuesWith(column, draft, start, field)
    const told = contactValues.safeParse(values).error?.issues ?? []
    const mine = told.find(({ path }) => (partsOf[column] ?? [column]).includes(String(path[0])))
    setWrong(mine?.message)
    if (!mine) saving.mutate({ values, over: base })
  }
  if (conflict)
    return (
      <ConflictView
        key={conflict.theirs.version}
        {...conflict}
        busy={busy}
        onClose={() => onClose(true)}
        onSave={(values) => saving.mutate({ values, over: conflict.theirs })}
      >
        {refused && (
          <p role="alert" className="text-sm text-red">
            {sentenceOf(saving.error)}
          </p>
        )}
      </ConflictView>
    )
  const error = wrong ?? (refused ? sentenceOf(saving.error) : undefined)
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      save()
    }
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (form.current?.contains(relatedTarget) || !document.hasFocus() || error) return
    if (changed) save(true)
    else onClose(false)
  }
  return (
    <form
      ref={form}
      noValidate
      className={box}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <CellInput
        {...{ column, label, field, draft }}
        busy={busy}
        error={error}
        onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
      />
      <p className="px-1.5 pt-1 text-xs text-text-3">{busy ? t('cell.saving') : t('cell.keys')}</p>
      {error && (
        <p role="alert" id="cell-error" className="px-1.5 pb-1 text-sm text-red">
          {error}
        </p>
      )}
    </form>
  )
}
