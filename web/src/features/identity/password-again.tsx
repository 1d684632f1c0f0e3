import type { UseFormRegisterReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { t } from '@/lib/i18n/lazy/security'
import { PasswordInput } from './password-input'

type Props = { email: string; error?: string; field: UseFormRegisterReturn; autoFocus?: boolean }

/** Asked once more, where being signed in is not enough. */
export const PasswordAgain = ({ email, error, field, autoFocus }: Props) => (
  <>
    {/* Password managers look for whose password it is. */}
    <input type="text" autoComplete="username" value={email} readOnly hidden />
    <Field label={t('setup.password')} hint={t('security.passwordHint')} error={error}>
      {(wiring) => (
        <PasswordInput {...wiring} {...field} autoComplete="current-password" autoFocus={autoFocus} />
      )}
    </Field>
  </>
)
