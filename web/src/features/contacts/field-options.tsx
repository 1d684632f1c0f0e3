import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/fields'
import type { OptionDraft } from './update-field'

type Props = { options: OptionDraft[]; error?: string; onChange: (options: OptionDraft[]) => void }

export const noOption: OptionDraft = { id: null, label: '', archived: false }

/** An option that is removed is archived where people may have it, and gone where it was new. */
export const FieldOptions = ({ options, error, onChange }: Props) => {
  const change = (at: number, part: Partial<OptionDraft>) =>
    onChange(options.map((option, each) => (each === at ? { ...option, ...part } : option)))
  const remove = (at: number) =>
    options[at]?.id ? change(at, { archived: true }) : onChange(options.filter((_, each) => each !== at))
  const gone = options.filter(({ archived }) => archived)
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-text-2">{t('fields.options')}</legend>
      <ul className="space-y-2">
        {options.map((option, at) =>
          option.archived ? null : (
            <li key={option.id ?? `new-${at}`} className="flex gap-1">
              <Input
                aria-label={t('fields.option', { n: at + 1 })}
                placeholder={t('fields.option', { n: at + 1 })}
                value={option.label}
                maxLength={100}
                onChange={({ target }) => change(at, { label: target.value })}
              />
              <IconButton
                label={t('fields.removeOption', { name: option.label || t('fields.option', { n: at + 1 }) })}
                onClick={() => remove(at)}
              >
                <X />
              </IconButton>
            </li>
          ),
        )}
      </ul>
      <Button
        kind="quiet"
        size="small"
        className="mt-1 -ml-2"
        icon={<Plus className="size-4" />}
        onClick={() => onChange([...options, noOption])}
      >
        {t('fields.addOption')}
      </Button>
      {error && (
        <p role="alert" className="mt-1.5 text-sm text-red">
          {error}
        </p>
      )}
      {gone.length > 0 && (
        <div className="mt-3">
          <p className="text-xs text-text-3">{t('fields.optionArchive')}</p>
          <ul className="mt-1.5 flex flex-wrap gap-1.5">
            {options.map((option, at) =>
              option.archived ? (
                <li key={option.id}>
                  <Button size="small" onClick={() => change(at, { archived: false })}>
                    <span className="line-through">{option.label}</span> {t('fields.restore')}
                  </Button>
                </li>
              ) : null,
            )}
          </ul>
        </div>
      )}
    </fieldset>
  )
}
