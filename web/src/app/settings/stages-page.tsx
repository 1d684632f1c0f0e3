import { StagesForm } from '@/features/contacts/stages-form'
import { Forbidden } from '@/components/states'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/stages'
import { SettingsFrame } from './settings-frame'

export const StagesPage = () => {
  const sees = useCan('contacts.read')
  const sets = useCan('contacts.pipeline')
  return (
    <SettingsFrame title={t('stages.title')} text={sets ? t('stages.text') : t('stages.readOnly')} wide>
      {sees ? <StagesForm readOnly={!sets} /> : <Forbidden />}
    </SettingsFrame>
  )
}
