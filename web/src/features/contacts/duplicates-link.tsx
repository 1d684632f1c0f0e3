import { Link } from '@tanstack/react-router'
import { Combine } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/views'

/** From the list to the pairs that may be one person. A phone has room for the sign only. */
export const DuplicatesLink = () => (
  <Button asChild>
    <Link to="/duplicates" aria-label={t('duplicates.link')}>
      <Combine aria-hidden className="size-4" />
      <span aria-hidden className="hidden md:inline">
        {t('duplicates.link')}
      </span>
    </Link>
  </Button>
)
