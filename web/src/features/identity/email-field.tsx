import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/identity'

/** One's own address, which password managers know; another's with `autoComplete="off"`. */
export const EmailField = ({ error, ...input }: ComponentProps<'input'> & { error?: string }) => (
  <Field label={t('setup.email')} error={error}>
    {(wiring) => <Input {...wiring} type="email" inputMode="email" autoComplete="username" {...input} />}
  </Field>
)
