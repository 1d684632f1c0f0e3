import { useState } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { showFieldErrors } from '@/lib/api/show-field-errors'
import { t } from '@/lib/i18n/translate'
import { Refused } from './add-contact-sheet'
import { ConflictView } from './conflict-view'
import type { Card } from './contact'
import { ContactForm } from './contact-form'
import { valuesOf } from './contact-values'
import { useSaveContact } from './use-save-contact'

export const EditContactSheet = ({ card, onClose }: { card: Card; onClose: () => void }) => {
  // The version the editor started from; a refetch behind the sheet must not move it.
  const [base] = useState(card)
  const [atFields, setAtFields] = useState(false)
  const { saving, conflict, refused } = useSaveContact(
    () => {
      say(t('contact.saved'))
      onClose()
    },
    (error, form) => setAtFields(form !== undefined && showFieldErrors(error, form)),
  )
  const why = refused && !atFields && <Refused error={saving.error} onClose={onClose} />
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
        {why}
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
        {why}
      </ContactForm>
    </Sheet>
  )
}
