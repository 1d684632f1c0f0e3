import type { z } from 'zod'
import { t } from '@/lib/i18n/translate'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What a form says where its schema names no sentence of its own. */
export const formMessage = (issue: Issue): string => {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return t('form.tooLong', { n: Number(issue.maximum) })
  if (issue.code === 'too_small' && issue.origin === 'string') return t('form.required')
  return t('form.wrong')
}
