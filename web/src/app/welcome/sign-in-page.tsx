import { getRouteApi, useRouter } from '@tanstack/react-router'
import { SignInForm } from '@/features/identity/sign-in-form'
import { t } from '@/lib/i18n/translate'
import { WelcomeFrame } from './welcome-frame'

const route = getRouteApi('/sign-in')

export const SignInPage = () => {
  const { from } = route.useSearch()
  const router = useRouter()
  return (
    <WelcomeFrame title={t('signIn.title')} text={t('signIn.text')}>
      <SignInForm onDone={() => router.history.replace(from ?? '/today')} />
    </WelcomeFrame>
  )
}
