import { messages, t } from '@/lib/i18n/lazy/dmo'

type Code = Extract<keyof typeof messages, `coach.${string}`>

/** A question by its code; one that a newer server asks and this page does not know yet is shown as it is called. */
export const questionText = (code: string) =>
  `coach.${code}` in messages ? t(`coach.${code}` as Code) : code
