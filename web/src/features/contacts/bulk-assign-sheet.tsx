import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/lazy/bulk'
import type { BulkSheetProps } from './bulk-tag-sheet'
import type { Person } from './filter-fields'

export const BulkAssignSheet = ({
  n,
  busy,
  people,
  onDo,
  onClose,
}: BulkSheetProps & { people: Person[] }) => {
  const [ownerId, setOwnerId] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!ownerId)
    if (ownerId) onDo({ action: 'assign', ownerId })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('bulk.assignTitle', { n })}
      description={t('bulk.assignText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="bulk-owner" busy={busy}>
            {t('bulk.assignDo')}
          </Button>
        </>
      }
    >
      <form id="bulk-owner" noValidate onSubmit={submit}>
        <Field label={t('bulk.owner')} error={missing && !ownerId ? t('form.required') : undefined}>
          {(wiring) => (
            <Select {...wiring} value={ownerId} onChange={({ target }) => setOwnerId(target.value)}>
              <option value="">{t('bulk.ownerChoose')}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </form>
    </Sheet>
  )
}
