import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MailOnItsWay } from '@/features/identity/mail-on-its-way'
import { resendSignUpMail } from '@/features/identity/resend-sign-up-mail'
import { SetUpForm, type SetUpValues } from '@/features/identity/set-up-form'
import { signUpForAccount } from '@/features/identity/sign-up-for-account'
import { t } from '@/lib/i18n/lazy/identity'
import { link, WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

const route = getRouteApi('/sign-up')

export const SignUpPage = () => {
  const { openSignUp } = route.useRouteContext()
  const [asked, setAsked] = useState<SetUpValues>()
  const [sent, setSent] = useState(false)
  if (!openSignUp)
    return (
      <WelcomeFrame title={t('signUp.closedTitle')} text={t('signUp.closedText')}>
        <WayBack />
      </WelcomeFrame>
    )
  if (asked && sent)
    return (
      <WelcomeFrame title={t('verify.title')}>
        <MailOnItsWay
          email={asked.email}
          text={t('verify.sent')}
          again={() => resendSignUpMail({ email: asked.email })}
          onOther={() => setSent(false)}
        />
        <WayBack />
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame title={t('signUp.title')} text={t('signUp.text')}>
      <SetUpForm
        found={signUpForAccount}
        label={t('signUp.start')}
        start={asked}
        onDone={(values) => {
          setAsked(values)
          setSent(true)
        }}
      />
      <p className="mt-6 text-center text-text-2">
        {t('signUp.have')}{' '}
        <Link to="/sign-in" className={link}>
          {t('signIn.start')}
        </Link>
      </p>
    </WelcomeFrame>
  )
}
