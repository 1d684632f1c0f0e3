import { useNavigate } from '@tanstack/react-router'
import { SetUpForm } from '@/features/identity/set-up-form'
import { t } from '@/lib/i18n/translate'
import { WelcomeFrame } from './welcome-frame'

export const SetupPage = () => {
  const navigate = useNavigate()
  return (
    <WelcomeFrame title={t('setup.title')} text={t('setup.text')}>
      <SetUpForm onDone={() => void navigate({ to: '/today', replace: true })} />
    </WelcomeFrame>
  )
}
