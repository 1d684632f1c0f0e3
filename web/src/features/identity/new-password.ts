import { z } from 'zod'
import { t } from '@/lib/i18n/lazy/identity'

/** As long as the server asks for; which passwords are too common only the server knows. */
export const newPassword = z.string().min(8, t('setup.passwordShort')).max(1024)
