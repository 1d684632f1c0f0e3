import { t } from '@/lib/i18n/lazy/views'
import { number } from '@/lib/i18n/translate'
import type { Counted } from './count-contacts'

/** An estimate is told in two digits: more would look like knowledge. */
export const countWords = ({ count, exact }: Counted) =>
  exact ? number(count) : t('filter.about', { count: number(Number(count.toPrecision(2))) })
