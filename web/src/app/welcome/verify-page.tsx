import { useMutation } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { MailForm } from '@/features/identity/mail-form'
import { Attempt } from '@/features/identity/attempt'
import { resendSignUpMail } from '@/features/identity/resend-sign-up-mail'
import { verifySignUp } from '@/features/identity/verify-sign-up'
import { problemOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'
import { WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

/** Asks for one tap: programs that look into mails open links, and would use this one up. */
export const VerifyPage = () => {
  const token = useLocation().hash
  const navigate = useNavigate()
  const verifying = useMutation({
    mutationFn: verifySignUp,
    onSuccess: () => void navigate({ to: '/sign-in', search: { why: 'verified' }, replace: true }),
  })
  const spent = problemOf(verifying.error).code === 'identity.link-spent' && verifying.variables === token
  if (!token || spent)
    return (
      <WelcomeFrame title={t('link.spentTitle')} text={t('link.verifySpent')}>
        <MailForm ask={resendSignUpMail} label={t('link.new')} sent={t('verify.sent')} />
        <WayBack />
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame title={t('verify.title')} text={t('verify.text')}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          verifying.mutate(token)
        }}
      >
        <Attempt error={verifying.error} busy={verifying.isPending} label={t('verify.start')} />
      </form>
    </WelcomeFrame>
  )
}
