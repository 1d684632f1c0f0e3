import type { ReactNode } from 'react'
import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { Avatar } from '@/components/avatar'
import { Ago, Due } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { Warmth } from '@/components/warmth'
import { countryName } from '@/lib/countries'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import { columnLabel } from './column-names'
import type { CustomField } from './custom-field'
import type { Person } from './filter-fields'
import type { ContactRow } from './list-contacts'
import { nextOf } from './next-of'
import { fieldWords } from './show-field'

export const features = tableFeatures({})
const column = createColumnHelper<typeof features, ContactRow>()
const nothing = <span className="text-text-3">–</span>

const text = (value: string | null | undefined) =>
  value ? <span className="block truncate text-text-2">{value}</span> : nothing

const when = (at: string | null | undefined, how: typeof Ago) => {
  const Time = how
  return at ? <Time at={at} className="text-text-2" /> : nothing
}

/** How each column shows a row. */
const cells: Record<string, (row: ContactRow, people: Person[]) => ReactNode> = {
  name: (row) => (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={row.name} size="small" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{row.name}</span>
        {row.organisation && <span className="block truncate text-xs text-text-3">{row.organisation}</span>}
      </span>
    </span>
  ),
  stage: (row) => <StageChip stage={row.stage} />,
  warmth: (row) => (row.warmth > 0 ? <Warmth value={row.warmth} /> : nothing),
  reach: (row) => {
    const way = row.phone ?? row.email
    return way ? <span className="num block truncate text-text-2">{way}</span> : nothing
  },
  lastTouch: (row) =>
    row.lastTouchAt ? (
      <Ago at={row.lastTouchAt} className="text-text-2" />
    ) : (
      <span className="text-text-3">{t('contacts.noTouch')}</span>
    ),
  next: (row) => when(nextOf(row), Due),
  created: (row) => when(row.createdAt, Ago),
  organisation: (row) => text(row.organisation),
  title: (row) => text(row.extras?.title),
  owner: (row, people) => text(people.find(({ id }) => id === row.ownerId)?.name),
  country: (row) => text(row.extras?.country && countryName(row.extras.country)),
  language: (row) => text(row.extras?.language),
  source: (row) => text(row.extras?.source),
  tags: (row) => text(row.extras?.tags.join(', ')),
}

export const columnsOf = (ids: string[], fields: CustomField[], people: Person[]) =>
  column.columns(
    ids.map((id) => {
      const field = fields.find(({ key }) => `custom.${key}` === id)
      return column.display({
        id,
        header: columnLabel(id, fields),
        cell: ({ row: { original } }) =>
          field ? (
            <span className="block truncate text-text-2">
              {field.key in (original.extras?.fields ?? {})
                ? fieldWords(field, original.extras?.fields[field.key])
                : nothing}
            </span>
          ) : (
            (cells[id]?.(original, people) ?? nothing)
          ),
      })
    }),
  )

/**
 * One grid for the head and every row, because virtual rows are positioned and cannot share a table layout. It asks for
 * the table's own width, since the sidebar takes some of the window's: the column that matters least goes first.
 */
export const grid = cx(
  'grid items-center gap-4 px-4 grid-cols-[minmax(0,1.8fr)_minmax(0,1.2fr)_112px]',
  '@min-[600px]:grid-cols-[minmax(0,1.8fr)_minmax(0,1.2fr)_100px_112px]',
  '@min-[720px]:grid-cols-[minmax(0,1.8fr)_minmax(0,1.2fr)_68px_100px_112px]',
  '@min-[900px]:grid-cols-[minmax(0,2.2fr)_minmax(0,1.2fr)_68px_minmax(0,1.5fr)_110px_120px]',
)

/** For columns that somebody chose: all of them, scrolled sideways where they do not fit. */
export const chosenGrid = (count: number) => ({
  gridTemplateColumns: `minmax(200px, 1.8fr) repeat(${count - 1}, minmax(120px, 1fr))`,
  minWidth: 200 + (count - 1) * 136 + 32,
})

/** The cells that are there only where there is room for them. */
export const roomFor: Record<string, string> = {
  lastTouch: 'hidden @min-[600px]:block',
  warmth: 'hidden @min-[720px]:block',
  reach: 'hidden @min-[900px]:block',
}
