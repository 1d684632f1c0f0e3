import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { FieldList } from '@/features/contacts/field-list'
import { FieldSheet } from '@/features/contacts/field-sheet'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/fields'
import { SettingsFrame } from './settings-frame'

export const FieldsPage = () => {
  const allowed = useCan('contacts.fields')
  const [making, setMaking] = useState(false)
  const make = allowed && (
    <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      {t('fields.new')}
    </Button>
  )
  return (
    <SettingsFrame title={t('settings.fields')} text={t('fields.text')} wide actions={make}>
      {allowed ? (
        <FieldList>
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('fields.new')}
          </Button>
        </FieldList>
      ) : (
        <Forbidden />
      )}
      {making && <FieldSheet onClose={() => setMaking(false)} />}
    </SettingsFrame>
  )
}
