import { forgotPassword } from '@/features/identity/forgot-password'
import { MailForm } from '@/features/identity/mail-form'
import { t } from '@/lib/i18n/lazy/identity'
import { WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

export const ForgotPasswordPage = () => (
  <WelcomeFrame title={t('forgot.title')} text={t('forgot.text')}>
    <MailForm ask={forgotPassword} label={t('forgot.start')} sent={t('forgot.sent')} />
    <WayBack />
  </WelcomeFrame>
)
