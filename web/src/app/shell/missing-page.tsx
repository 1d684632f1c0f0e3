import { Link } from '@tanstack/react-router'
import { NotFound } from '@/components/states'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'

export const MissingPage = () => (
  <NotFound>
    <Button asChild>
      <Link to="/today">{t('action.home')}</Link>
    </Button>
  </NotFound>
)
