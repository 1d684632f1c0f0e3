import type { ReactNode } from 'react'
import { SubHeading } from '@/components/sub-heading'
import { PasskeyList } from '@/features/identity/passkey-list'
import { PasswordForm } from '@/features/identity/password-form'
import { SecondFactorPanel } from '@/features/identity/second-factor-panel'
import { SessionList } from '@/features/identity/session-list'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/security'
import { SettingsFrame } from './settings-frame'

export const SecurityPage = () => {
  const me = useMe()
  if (!me) return null
  return (
    <SettingsFrame title={t('settings.security')} text={t('settings.securityText')}>
      <div className="space-y-7 [&>*+*]:border-t [&>*+*]:border-line [&>*+*]:pt-6">
        <Part id="second-factor" title={t('totp.title')} text={t('totp.text')}>
          <SecondFactorPanel email={me.email} />
        </Part>
        <Part id="passkeys" title={t('passkeys.title')} text={t('passkeys.text')}>
          <PasskeyList email={me.email} />
        </Part>
        <Part id="sessions" title={t('sessions.title')} text={t('sessions.text')}>
          <SessionList />
        </Part>
        <Part id="password" title={t('password.title')} text={t('password.text')}>
          <PasswordForm email={me.email} />
        </Part>
      </div>
    </SettingsFrame>
  )
}

type Props = { id: string; title: string; text: string; children: ReactNode }

const Part = ({ id, title, text, children }: Props) => (
  <section aria-labelledby={id}>
    <SubHeading id={id}>{title}</SubHeading>
    <p className="mt-0.5 mb-3 text-sm text-text-2">{text}</p>
    {children}
  </section>
)
