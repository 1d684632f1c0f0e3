import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { AxiosError } from 'axios'
import { TriangleAlert } from 'lucide-react'
import { EmptyState, ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'

/** The error boundary of every route: the shell around it stays. */
export const CrashPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  if ((error as unknown) instanceof AxiosError) return <ErrorState error={error} onRetry={retry} />
  return (
    <div role="alert">
      <EmptyState icon={<TriangleAlert />} title={t('state.crash')} text={t('state.crashText')}>
        <Button onClick={retry}>{t('action.retry')}</Button>
        <Button onClick={() => location.reload()}>{t('action.reload')}</Button>
      </EmptyState>
    </div>
  )
}
