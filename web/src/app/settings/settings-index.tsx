import { Page } from '@/components/page'
import { t } from '@/lib/i18n/lazy/identity'
import { SettingsNav } from './settings-nav'

export const SettingsIndex = () => (
  <Page title={t('settings.title')}>
    <SettingsNav page />
  </Page>
)
