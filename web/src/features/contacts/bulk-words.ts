import { t } from '@/lib/i18n/lazy/bulk'
import { stageLabel } from '@/lib/stages'
import type { Bulk } from './bulk'
import type { Person } from './filter-fields'

const inOne = (parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(' · ')

/** What came of a change, or of its undo. */
export const bulkWords = (data: Bulk, people: Person[]) => {
  if (data.undone) {
    const { restored, kept } = data.undone
    return inOne([t('bulk.undone', { n: restored }), kept > 0 && t('bulk.kept', { n: kept })])
  }
  const { action, changed: n, unchanged, refused, error } = data
  const name = people.find(({ id }) => id === data.ownerId)?.name ?? t('bulk.member')
  const done =
    action === 'assign'
      ? t('bulk.done.assign', { n, name })
      : action === 'move'
        ? t('bulk.done.move', { n, stage: data.to ? stageLabel(data.to) : '' })
        : t(`bulk.done.${action}`, { n })
  return inOne([
    error,
    done,
    unchanged > 0 && t('bulk.unchanged', { n: unchanged }),
    refused > 0 && t('bulk.refused', { n: refused }),
  ])
}
