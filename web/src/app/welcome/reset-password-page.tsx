import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { forgotPassword } from '@/features/identity/forgot-password'
import { MailForm } from '@/features/identity/mail-form'
import { ResetForm } from '@/features/identity/reset-form'
import { t } from '@/lib/i18n/lazy/identity'
import { WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

export const ResetPasswordPage = () => {
  const token = useLocation().hash
  const navigate = useNavigate()
  const [spent, setSpent] = useState<string | null>(null)
  if (!token || spent === token)
    return (
      <WelcomeFrame title={t('link.spentTitle')} text={t('link.resetSpent')}>
        <MailForm ask={forgotPassword} label={t('link.new')} sent={t('forgot.sent')} />
        <WayBack />
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame title={t('reset.title')} text={t('reset.text')}>
      <ResetForm
        token={token}
        onSpent={() => setSpent(token)}
        // In place of this address: the link in it is used.
        onDone={() => void navigate({ to: '/sign-in', search: { why: 'reset' }, replace: true })}
      />
      <WayBack />
    </WelcomeFrame>
  )
}
