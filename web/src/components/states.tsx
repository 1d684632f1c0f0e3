import type { ReactNode } from 'react'
import { CloudOff, Lock, SearchX, TriangleAlert } from 'lucide-react'
import { problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { Button } from './ui/button'

type Props = { icon?: ReactNode; title: string; text?: ReactNode; children?: ReactNode }

/** What stands where content would: calm, with the one thing to do about it. */
export const EmptyState = ({ icon, title, text, children }: Props) => (
  <div className="mx-auto flex max-w-sm flex-col items-center px-4 py-14 text-center">
    {icon && (
      <div className="mb-4 grid size-11 place-items-center rounded-full bg-line text-text-2 [&_svg]:size-5">
        {icon}
      </div>
    )}
    <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
    {text && <p className="mt-1 text-text-2">{text}</p>}
    {children && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
  </div>
)

export const Forbidden = () => (
  <EmptyState icon={<Lock />} title={t('state.forbidden')} text={t('state.forbiddenText')} />
)

export const NotFound = ({ children }: { children?: ReactNode }) => (
  <EmptyState icon={<SearchX />} title={t('state.notFound')} text={t('state.notFoundText')}>
    {children}
  </EmptyState>
)

/** Chooses by what went wrong: no permission, not there, no network, or an error with a way to try again. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { status, traceId } = problemOf(error)
  if (status === 403) return <Forbidden />
  if (status === 404) return <NotFound />
  return (
    <div role="alert">
      <EmptyState
        icon={status === 0 ? <CloudOff /> : <TriangleAlert />}
        title={t('state.error')}
        text={
          <>
            {sentenceOf(error)}
            {traceId && (
              <span className="mt-2 block text-xs text-text-3">{t('state.trace', { id: traceId })}</span>
            )}
          </>
        }
      >
        {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
      </EmptyState>
    </div>
  )
}
