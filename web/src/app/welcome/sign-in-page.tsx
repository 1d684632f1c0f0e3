import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Notice } from '@/components/notice'
import { SignInForm } from '@/features/identity/sign-in-form'
import { t } from '@/lib/i18n/lazy/identity'
import { WelcomeFrame } from './welcome-frame'
import { link } from './way-back'

const route = getRouteApi('/sign-in')

export const SignInPage = () => {
  const { from, why } = route.useSearch()
  const { openSignUp } = route.useRouteContext()
  const router = useRouter()
  const [second, setSecond] = useState(false)
  return (
    <WelcomeFrame
      title={t(second ? 'secondFactor.title' : 'signIn.title')}
      text={t(second ? 'secondFactor.text' : 'signIn.text')}
    >
      {why && !second && (
        <Notice tone={why === 'ended' ? 'warn' : 'good'} className="mb-5">
          {t(`signIn.${why}`)}
        </Notice>
      )}
      <SignInForm
        onSecondFactor={setSecond}
        onDone={() => router.history.replace(from ?? '/today')}
        aside={
          <p className="-mt-1.5 text-right text-sm">
            <Link to="/forgot-password" className={link}>
              {t('signIn.forgot')}
            </Link>
          </p>
        }
      />
      {openSignUp && !second && (
        <p className="mt-6 text-center text-text-2">
          {t('signIn.new')}{' '}
          <Link to="/sign-up" className={link}>
            {t('signIn.signUp')}
          </Link>
        </p>
      )}
    </WelcomeFrame>
  )
}
