import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { isStatus, problemOf } from '@/lib/api/problem'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/translate'
import { Refused } from './add-contact-sheet'
import { ConflictView } from './conflict-view'
import type { Card } from './contact'
import { ContactForm } from './contact-form'
import { type ContactValues, draftOf, valuesOf } from './contact-values'
import { listFields } from './list-fields'
import { updateContact } from './update-contact'

/** `base`: what both sides started from. */
type Conflict = { base: ContactValues; mine: ContactValues; theirs: Card }
type Save = { values: ContactValues; over: Card; form?: UseFormReturn<ContactValues> }

export const EditContactSheet = ({ card, onClose }: { card: Card; onClose: () => void }) => {
  // The version the editor started from; a refetch behind the sheet must not move it.
  const [base] = useState(card)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [atFields, setAtFields] = useState(false)
  const queryClient = useQueryClient()
  const { data: fields } = useQuery(listFields)
  const saving = useMutation({
    mutationFn: ({ values, over }: Save) =>
      updateContact(over.id, over.version, draftOf(values, fields ?? [], over)),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['contacts'] })
      say(t('contact.saved'))
      onClose()
    },
    onError: (error, { values, over, form }) => {
      const current = problemOf<{ current: Card }>(error).current
      if (isStatus(error, 412) && current)
        setConflict({ base: valuesOf(over), mine: values, theirs: current })
      else setAtFields(form !== undefined && showFieldErrors(error, form))
    },
  })
  const refused = saving.isError && !atFields && <Refused error={saving.error} onClose={onClose} />
  if (conflict)
    return (
      <ConflictView
        // Changed once more meanwhile: the choice is another one and starts anew.
        key={conflict.theirs.version}
        {...conflict}
        busy={saving.isPending}
        onClose={onClose}
        onSave={(values) => saving.mutate({ values, over: conflict.theirs })}
      >
        {!isStatus(saving.error, 412) && refused}
      </ConflictView>
    )
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('contact.editTitle', { name: base.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="edit-contact" busy={saving.isPending}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <ContactForm
        id="edit-contact"
        full
        start={valuesOf(base)}
        onSubmit={(values, form) => saving.mutate({ values, over: base, form })}
      >
        {refused}
      </ContactForm>
    </Sheet>
  )
}
