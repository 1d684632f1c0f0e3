import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { t } from '@/lib/i18n/lazy/identity'

export const BackToSettings = () => (
  <Link
    to="/settings"
    className="-ml-1.5 inline-flex h-9 items-center gap-1 rounded-md pr-2 font-medium text-text-2 hover:text-text touch:h-11"
  >
    <ChevronLeft aria-hidden className="size-4.5" />
    {t('settings.back')}
  </Link>
)
