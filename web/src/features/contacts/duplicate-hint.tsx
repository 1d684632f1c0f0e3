import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { t } from '@/lib/i18n/lazy/hint'
import { useDebounced } from '@/lib/use-debounced'
import type { ContactValues } from './contact-values'
import { hintDuplicates } from './hint-duplicates'

type Props = { form: UseFormReturn<ContactValues>; onClose: () => void }

const said = (points: ContactValues['emails']) => points.map(({ value }) => value.trim()).filter(Boolean)

/** Who it may be who is typed in, and why. It keeps nobody from adding. */
export const DuplicateHint = ({ form, onClose }: Props) => {
  const [firstName, lastName, organisation, country, emails, phones] = useWatch({
    control: form.control,
    name: ['firstName', 'lastName', 'organisation', 'country', 'emails', 'phones'],
  })
  const typed = JSON.stringify({
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    organisation: organisation.trim(),
    country,
    emails: said(emails),
    phones: said(phones).filter((phone) => phone.replace(/\D/g, '').length > 4),
  })
  const late = useDebounced(typed, 400)
  const { data: hints = [] } = useQuery(
    hintDuplicates(JSON.parse(late) as Parameters<typeof hintDuplicates>[0]),
  )
  return (
    <div role="status">
      {hints.length > 0 && (
        <div className="rounded-md border border-amber-line bg-amber-soft px-3 py-2">
          <p className="font-medium">{t('hint.title')}</p>
          <ul>
            {hints.slice(0, 3).map(({ contact, reasons }) => (
              <li key={contact.id} className="mt-1 wrap-anywhere">
                <Link
                  to="/contacts/$id"
                  params={{ id: contact.id }}
                  onClick={onClose}
                  aria-label={t('hint.open', { name: contact.name })}
                  className="inline-flex items-center font-semibold underline touch:min-h-11"
                >
                  {contact.name}
                </Link>
                <span className="text-text-2">
                  {': '}
                  {reasons.map((reason) => t(`hint.reason.${reason}`)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
