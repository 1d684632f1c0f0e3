import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MailOnItsWay } from '@/features/identity/mail-on-its-way'
import { resendSignUpMail } from '@/features/identity/resend-sign-up-mail'
import { SetUpForm } from '@/features/identity/set-up-form'
import { signUpForAccount } from '@/features/identity/sign-up-for-account'
import { t } from '@/lib/i18n/lazy/identity'
import { link, WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

const route = getRouteApi('/sign-up')

export const SignUpPage = () => {
  const { openSignUp } = route.useRouteContext()
  const [asked, setAsked] = useState<string | null>(null)
  if (!openSignUp)
    return (
      <WelcomeFrame title={t('signUp.closedTitle')} text={t('signUp.closedText')}>
        <WayBack />
      </WelcomeFrame>
    )
  if (asked)
    return (
      <WelcomeFrame title={t('verify.title')}>
        <MailOnItsWay
          email={asked}
          text={t('verify.sent')}
          again={() => resendSignUpMail({ email: asked })}
          onOther={() => setAsked(null)}
        />
        <WayBack />
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame title={t('signUp.title')} text={t('signUp.text')}>
      <SetUpForm found={signUpForAccount} label={t('signUp.start')} onDone={setAsked} />
      <p className="mt-6 text-center text-text-2">
        {t('signUp.have')}{' '}
        <Link to="/sign-in" className={link}>
          {t('signIn.start')}
        </Link>
      </p>
    </WelcomeFrame>
  )
}
