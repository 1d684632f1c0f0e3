import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { Avatar } from '@/components/avatar'
import { Ago, Due } from '@/components/moment'
import { StageChip } from '@/components/stage-chip'
import { Warmth } from '@/components/warmth'
import { t } from '@/lib/i18n/translate'
import { cx } from '@/lib/style'
import type { ContactRow } from './list-contacts'

export const features = tableFeatures({})
const column = createColumnHelper<typeof features, ContactRow>()
const nothing = <span className="text-text-3">–</span>

/** What comes next: an open follow-up if there is one, else the touch by cadence. */
export const nextOf = (row: ContactRow) => row.nextFollowUpAt ?? row.nextTouchAt

export const columns = column.columns([
  column.accessor('name', {
    header: t('contacts.name'),
    cell: ({ row: { original } }) => (
      <span className="flex min-w-0 items-center gap-3">
        <Avatar name={original.name} size="small" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{original.name}</span>
          {original.organisation && (
            <span className="block truncate text-xs text-text-3">{original.organisation}</span>
          )}
        </span>
      </span>
    ),
  }),
  column.accessor('stage', {
    header: t('contacts.stage'),
    cell: ({ getValue }) => <StageChip stage={getValue()} />,
  }),
  column.accessor('warmth', {
    header: t('contacts.warmth'),
    cell: ({ getValue }) => (getValue() > 0 ? <Warmth value={getValue()} /> : nothing),
  }),
  column.accessor((row) => row.phone ?? row.email, {
    id: 'reach',
    header: t('contacts.reach'),
    cell: ({ getValue }) =>
      getValue() ? <span className="num block truncate text-text-2">{getValue()}</span> : nothing,
  }),
  column.accessor('lastTouchAt', {
    header: t('contacts.lastTouch'),
    cell: ({ getValue }) => {
      const at = getValue()
      return at ? (
        <Ago at={at} className="text-text-2" />
      ) : (
        <span className="text-text-3">{t('contacts.noTouch')}</span>
      )
    },
  }),
  column.accessor(nextOf, {
    id: 'next',
    header: t('contacts.next'),
    cell: ({ getValue }) => {
      const at = getValue()
      return at ? <Due at={at} className="text-text-2" /> : nothing
    },
  }),
])

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

/** The cells that are there only where there is room for them. */
export const roomFor: Record<string, string> = {
  lastTouchAt: 'hidden @min-[600px]:block',
  warmth: 'hidden @min-[720px]:block',
  reach: 'hidden @min-[900px]:block',
}
