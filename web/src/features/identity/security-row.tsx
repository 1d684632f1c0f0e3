import { type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/security'

type Props = { icon: LucideIcon; title: string; badge?: string; text: ReactNode; children?: ReactNode }

/** One way to show who one is, how it stands, and the one thing to do about it. */
export const SecurityRow = ({ icon: Icon, title, badge, text, children }: Props) => (
  <li className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
    <span className="grid size-9 shrink-0 place-items-center rounded-full bg-line text-text-2">
      <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
    </span>
    <span className="min-w-0 flex-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium wrap-anywhere">{title}</span>
        {badge && (
          <span className="rounded-full bg-accent-soft px-2 py-px text-xs font-medium text-accent-strong">
            {badge}
          </span>
        )}
      </span>
      <span className="mt-0.5 block text-sm text-text-2">{text}</span>
    </span>
    {children}
  </li>
)

/** In the place of a row, and as high: what stands below does not jump. */
export const SecurityRowFailed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <ul className="rounded-lg border border-line bg-surface">
    <SecurityRow icon={TriangleAlert} title={t('state.error')} text={sentenceOf(error)}>
      <Button size="small" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </SecurityRow>
  </ul>
)
