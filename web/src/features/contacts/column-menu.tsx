import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/views'
import { columnChoices, columnLabel, usualColumns } from './column-names'
import type { CustomField } from './custom-field'

type Props = { columns: string[] | undefined; fields: CustomField[]; onChange: (columns?: string[]) => void }

/** Which columns the table shows and in which order; the name is always the first. */
export const ColumnMenu = ({ columns, fields, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  const shown = columns ?? usualColumns
  const rest = columnChoices(fields).filter(([id]) => !shown.includes(id))
  const set = (next: string[]) =>
    onChange(
      next.join('\n') === usualColumns.join('\n')
        ? undefined
        : ['name', ...next.filter((id) => id !== 'name')],
    )
  const move = (at: number, by: 1 | -1) => {
    const next = [...shown]
    next.splice(at + by, 0, ...next.splice(at, 1))
    set(next)
  }
  return (
    <>
      <Button icon={<Columns3 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t('columns.button')}
      </Button>
      {open && (
        <Sheet
          open
          onClose={() => setOpen(false)}
          title={t('columns.title')}
          footer={
            <>
              <Button className="mr-auto" kind="quiet" onClick={() => onChange(undefined)}>
                {t('columns.reset')}
              </Button>
              <Button kind="primary" onClick={() => setOpen(false)}>
                {t('action.close')}
              </Button>
            </>
          }
        >
          <ul>
            {shown.map((id, at) => (
              <li key={id} className="flex items-center gap-1">
                <Tick
                  label={columnLabel(id, fields)}
                  checked
                  fixed={id === 'name'}
                  onToggle={() => set(shown.filter((each) => each !== id))}
                />
                {at > 0 && (
                  <>
                    <IconButton
                      label={t('columns.left', { name: columnLabel(id, fields) })}
                      disabled={at === 1}
                      onClick={() => move(at, -1)}
                    >
                      <ArrowUp />
                    </IconButton>
                    <IconButton
                      label={t('columns.right', { name: columnLabel(id, fields) })}
                      disabled={at === shown.length - 1}
                      onClick={() => move(at, 1)}
                    >
                      <ArrowDown />
                    </IconButton>
                  </>
                )}
              </li>
            ))}
          </ul>
          {rest.length > 0 && (
            <ul className="mt-2 border-t border-line pt-2">
              {rest.map(([id, label]) => (
                <li key={id} className="flex">
                  <Tick label={label} checked={false} onToggle={() => set([...shown, id])} />
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      )}
    </>
  )
}

type TickProps = { label: string; checked: boolean; fixed?: boolean; onToggle: () => void }

const Tick = ({ label, checked, fixed, onToggle }: TickProps) => (
  <label className="flex min-h-9 min-w-0 flex-1 cursor-pointer items-center gap-3 touch:min-h-11">
    <input
      type="checkbox"
      checked={checked}
      disabled={fixed}
      onChange={onToggle}
      className="size-4 shrink-0 accent-[var(--accent)] touch:size-5"
    />
    <span className="min-w-0 truncate">{label}</span>
  </label>
)
