import { Plus, X } from 'lucide-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import type { ContactValues } from './contact-values'

type Props = { form: UseFormReturn<ContactValues>; name: 'emails' | 'phones' }

/** Any number of mails or phones. */
export const PointFields = ({ form, name }: Props) => {
  const { fields, append, remove } = useFieldArray({ control: form.control, name })
  const mail = name === 'emails'
  const label = mail ? t('contact.email') : t('contact.phone')
  return (
    <div className="space-y-2">
      {fields.map((field, at) => (
        <div key={field.id} className="flex items-end gap-1">
          <Field
            label={label}
            hideLabel={at > 0}
            className="flex-1"
            error={form.formState.errors[name]?.[at]?.value?.message}
          >
            {(wiring) => (
              <Input
                {...wiring}
                {...form.register(`${name}.${at}.value`)}
                type={mail ? 'email' : 'tel'}
                inputMode={mail ? 'email' : 'tel'}
                autoComplete="off"
              />
            )}
          </Field>
          {fields.length > 1 && (
            <IconButton
              label={t('contact.removePoint', { value: field.value || label })}
              onClick={() => remove(at)}
            >
              <X />
            </IconButton>
          )}
        </div>
      ))}
      <Button
        kind="quiet"
        size="small"
        className="-ml-2"
        icon={<Plus className="size-4" />}
        onClick={() => append({ label: '', value: '' })}
      >
        {mail ? t('contact.addEmail') : t('contact.addPhone')}
      </Button>
    </div>
  )
}
