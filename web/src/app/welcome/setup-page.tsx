import { useNavigate } from '@tanstack/react-router'
import { createFirstWorkspace } from '@/features/identity/create-first-workspace'
import { SetUpForm } from '@/features/identity/set-up-form'
import { t } from '@/lib/i18n/lazy/identity'
import { WelcomeFrame } from './welcome-frame'

export const SetupPage = () => {
  const navigate = useNavigate()
  return (
    <WelcomeFrame title={t('setup.title')} text={t('setup.text')}>
      <SetUpForm
        found={createFirstWorkspace}
        label={t('setup.start')}
        onDone={() => void navigate({ to: '/today', replace: true })}
      />
    </WelcomeFrame>
  )
}
