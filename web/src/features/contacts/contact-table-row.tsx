import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { t } from '@/lib/i18n/lazy/cells'
import { cx } from '@/lib/style'
import { columnLabel } from './column-names'
import type { CustomField } from './custom-field'

const CellEditor = lazy(() => import('./cell-editor').then((module) => ({ default: module.CellEditor })))

const own = 'custom.'
const plain = ['name', 'reach', 'warmth', 'organisation', 'title', 'tags', 'country']

/** Whether a column holds something that is written, and not something that happened. */
export const isEditable = (column: string, fields: CustomField[]) =>
  plain.includes(column) || fields.some(({ key, archived }) => !archived && own + key === column)

type Cell = { id: string; column: string; className?: string; content: ReactNode }

type Props = {
  at: number
  id: string
  name: string
  cells: Cell[]
  fields: CustomField[]
  style: CSSProperties
  className?: string
  /** The column that is being edited. Not there for somebody who may change nothing. */
  editing: number | null | undefined
  onEdit: (column: number) => void
  onClose: (column: number, back: boolean) => void
  onBusy: (busy: boolean) => void
  children: ReactNode
}

/** A row of the list. Its name is the way to the card; what lies beside it is chosen by a click and edited by two. */
export const ContactTableRow = (props: Props) => {
  const {
    at: row,
    id,
    name,
    cells,
    fields,
    style,
    className,
    editing,
    onEdit,
    onClose,
    onBusy,
    children,
  } = props
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      style={style}
      className={cx('group', className, typeof editing === 'number' && 'z-5')}
    >
      {children}
      {cells.map((cell, at) => {
        const editable = editing !== undefined && isEditable(cell.column, fields)
        return (
          <div
            role={editing === undefined ? 'cell' : 'gridcell'}
            key={cell.id}
            data-cell={`${row}:${at}`}
            tabIndex={at > 0 && editing !== undefined ? -1 : undefined}
            aria-readonly={editing === undefined ? undefined : !editable}
            onDoubleClick={() => editable && onEdit(at)}
            className={cx(
              'min-w-0',
              cell.className,
              at > 0 &&
                editing !== undefined &&
                'relative z-1 -mx-2 h-full rounded-sm px-2 focus-visible:-outline-offset-2',
              at === 0 && 'flex items-center gap-2',
              editing === at && 'relative z-5',
            )}
          >
            {at === 0 ? (
              <>
                <Link
                  to="/contacts/$id"
                  params={{ id }}
                  // The whole row is the target; the name is what a screen reader hears.
                  className="block min-w-0 flex-1 after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                >
                  {cell.content}
                </Link>
                {editable && (
                  // Two clicks on the name are one too many: the first has gone to the card.
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('cell.editName', { name })}
                    onClick={() => onEdit(at)}
                    className="relative z-1 grid size-8 shrink-0 place-items-center rounded-sm border border-line bg-surface text-text-2 opacity-0 group-hover:opacity-100 hover:text-text focus-visible:opacity-100"
                  >
                    <Pencil aria-hidden className="size-3.5" />
                  </button>
                )}
              </>
            ) : (
              <div className="flex h-full items-center *:min-w-0">{cell.content}</div>
            )}
            {editing === at && (
              <Suspense fallback={null}>
                <CellEditor
                  id={id}
                  column={cell.column}
                  label={columnLabel(cell.column, fields)}
                  field={fields.find(({ key }) => own + key === cell.column)}
                  onClose={(back) => onClose(at, back)}
                  onBusy={onBusy}
                />
              </Suspense>
            )}
          </div>
        )
      })}
    </div>
  )
}
