import { Forbidden } from '@/components/states'
import { DayForm } from '@/features/contacts/day-form'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/stages'
import { SettingsFrame } from './settings-frame'

export const DayPage = () => {
  const sees = useCan('contacts.read')
  const sets = useCan('contacts.pipeline')
  return (
    <SettingsFrame title={t('day.title')} text={sets ? t('day.text') : t('stages.readOnly')}>
      {sees ? <DayForm readOnly={!sets} /> : <Forbidden />}
    </SettingsFrame>
  )
}
