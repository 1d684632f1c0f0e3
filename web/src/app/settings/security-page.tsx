import { SubHeading } from '@/components/sub-heading'
import { PasswordForm } from '@/features/identity/password-form'
import { SessionList } from '@/features/identity/session-list'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/identity'
import { SettingsFrame } from './settings-frame'

export const SecurityPage = () => {
  const me = useMe()
  if (!me) return null
  return (
    <SettingsFrame title={t('settings.security')} text={t('settings.securityText')}>
      <section aria-labelledby="sessions">
        <SubHeading id="sessions">{t('sessions.title')}</SubHeading>
        <p className="mt-0.5 mb-3 text-sm text-text-2">{t('sessions.text')}</p>
        <SessionList />
      </section>
      <section aria-labelledby="password" className="mt-9 border-t border-line pt-7">
        <SubHeading id="password">{t('password.title')}</SubHeading>
        <p className="mt-0.5 mb-4 text-sm text-text-2">{t('password.text')}</p>
        <PasswordForm email={me.email} />
      </section>
    </SettingsFrame>
  )
}
