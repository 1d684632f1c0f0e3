import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { createContact } from '@/features/contacts/create-contact'
import { t } from '@/lib/i18n/lazy/today'
import { addPeople, blankLine, isFilled, type Line } from './add-people'

/** Three lines are quicker than three forms. */
export const AddThree = ({ onClose }: { onClose: () => void }) => {
  const [lines, setLines] = useState<Line[]>([blankLine, blankLine, blankLine])
  const queryClient = useQueryClient()
  const adding = useMutation({
    mutationFn: () => addPeople(lines, createContact, setLines),
    onSuccess: ({ added, left }) => {
      if (added > 0) say(t('today.threeAdded', { n: added }))
      if (!left) onClose()
    },
    onSettled: () => queryClient.invalidateQueries(),
  })
  const change = (at: number, part: Partial<Line>) =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...part } : line)))
  // Not disabled while people are sent: that would take the focus away.
  const readOnly = adding.isPending
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('today.threeTitle')}
      description={t('today.threeText')}
      footer={
        <Button
          kind="primary"
          type="submit"
          form="three"
          busy={adding.isPending}
          disabled={!lines.some(isFilled)}
        >
          {t('today.threeSave')}
        </Button>
      }
    >
      <form
        id="three"
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!adding.isPending) adding.mutate()
        }}
      >
        {lines.map((line, at) => (
          <fieldset key={at} className="grid grid-cols-2 gap-2">
            <legend className="sr-only">{at + 1}</legend>
            <Field label={t('today.threeName')} error={line.nameError}>
              {(wiring) => (
                <Input
                  {...wiring}
                  value={line.name}
                  readOnly={readOnly}
                  autoFocus={at === 0}
                  onChange={(event) => change(at, { name: event.target.value, nameError: undefined })}
                />
              )}
            </Field>
            <Field label={t('today.threeReach')} error={line.reachError}>
              {(wiring) => (
                <Input
                  {...wiring}
                  value={line.reach}
                  readOnly={readOnly}
                  onChange={(event) => change(at, { reach: event.target.value, reachError: undefined })}
                />
              )}
            </Field>
          </fieldset>
        ))}
      </form>
    </Sheet>
  )
}
