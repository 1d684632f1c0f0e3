import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { problemOf, sentenceOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/translate'
import { ContactForm } from './contact-form'
import { blankValues, type ContactValues, draftOf } from './contact-values'
import { createContact } from './create-contact'
import { DuplicateHint } from './duplicate-hint'
import { listFields } from './list-fields'

type Props = { onClose: () => void; onCreated: (id: string) => void }

export const AddContactSheet = ({ onClose, onCreated }: Props) => {
  const queryClient = useQueryClient()
  const { data: fields } = useQuery(listFields)
  const [atFields, setAtFields] = useState(false)
  const creation = useMutation({
    mutationFn: ({ values }: { values: ContactValues; form: UseFormReturn<ContactValues> }) =>
      createContact(draftOf(values, fields ?? [])),
    onSuccess: ({ id }, { values }) => {
      say(t('contact.created', { name: [values.firstName, values.lastName].filter(Boolean).join(' ') }))
      void queryClient.invalidateQueries({ queryKey: ['contacts'] })
      onCreated(id)
    },
    onError: (error, { form }) => setAtFields(showFieldErrors(error, form)),
  })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('contact.addTitle')}
      description={t('contact.addText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="add-contact" busy={creation.isPending}>
            {t('contact.create')}
          </Button>
        </>
      }
    >
      <ContactForm
        id="add-contact"
        start={blankValues}
        onSubmit={(values, form) => creation.mutate({ values, form })}
        hint={(form) => <DuplicateHint form={form} onClose={onClose} />}
      >
        {creation.isError && !atFields && <Refused error={creation.error} onClose={onClose} />}
      </ContactForm>
    </Sheet>
  )
}

export const Refused = ({ error, onClose }: { error: unknown; onClose: () => void }) => {
  const problem = problemOf<{ contactId: string }>(error)
  return (
    <p role="alert" className="rounded-md border border-red-line bg-red-soft px-3 py-2 text-red">
      {problem.code === 'contacts.email-taken' ? t('contact.taken') : sentenceOf(error)}{' '}
      {problem.contactId && (
        <Link
          to="/contacts/$id"
          params={{ id: problem.contactId }}
          onClick={onClose}
          className="font-semibold underline"
        >
          {t('contact.openTaken')}
        </Link>
      )}
    </p>
  )
}
