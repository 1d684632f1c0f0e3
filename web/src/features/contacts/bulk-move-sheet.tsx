import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/bulk'
import { type Stage, stageLabel, stages } from '@/lib/stages'
import type { BulkSheetProps } from './bulk-tag-sheet'
import { ForceMove } from './force-move'

export const BulkMoveSheet = ({ n, busy, onDo, onClose }: BulkSheetProps) => {
  const canForce = useCan('contacts.force-move')
  const [to, setTo] = useState<Stage>('relationship')
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('bulk.moveTitle', { n })}
      description={t('bulk.moveText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => onDo({ action: 'move', to })}>
            {t('bulk.moveDo')}
          </Button>
        </>
      }
    >
      <Field label={t('bulk.stage')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={to}
            onChange={({ target }) => setTo(stages.find((each) => each === target.value) ?? to)}
          >
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {stageLabel(stage)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {canForce && (
        <ForceMove busy={busy} onForce={(reason) => onDo({ action: 'move', to, force: true, reason })} />
      )}
    </Sheet>
  )
}
