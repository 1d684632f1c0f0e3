import { Link } from '@tanstack/react-router'
import { t } from '@/lib/i18n/lazy/identity'

export const link = 'inline-block rounded-sm py-1 font-medium text-accent-strong hover:underline touch:py-3'

export const WayBack = () => (
  <p className="mt-6 text-center">
    <Link to="/sign-in" className={link}>
      {t('signIn.back')}
    </Link>
  </p>
)
