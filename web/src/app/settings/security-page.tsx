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
        <h3 id="sessions" className="font-semibold">
          {t('sessions.title')}
        </h3>
        <p className="mt-0.5 mb-3 text-sm text-text-2">{t('sessions.text')}</p>
        <SessionList />
      </section>
      <section aria-labelledby="password" className="mt-9 border-t border-line pt-7">
        <h3 id="password" className="font-semibold">
          {t('password.title')}
        </h3>
        <p className="mt-0.5 mb-4 text-sm text-text-2">{t('password.text')}</p>
        <PasswordForm email={me.email} />
      </section>
    </SettingsFrame>
  )
}
