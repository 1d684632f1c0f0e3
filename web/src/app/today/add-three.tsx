import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { createContact } from '@/features/contacts/create-contact'
import { draftFromLine } from '@/features/contacts/draft-from-line'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'

const blank = { name: '', reach: '' }

/** Three lines are quicker than three forms. */
export const AddThree = ({ onClose }: { onClose: () => void }) => {
  const [lines, setLines] = useState([blank, blank, blank])
  const queryClient = useQueryClient()
  const named = lines.filter(({ name }) => name.trim())
  const adding = useMutation({
    mutationFn: async () => {
      // One after the other, and each line leaves when it is in: a second try then adds only the rest.
      for (const line of named) {
        await createContact(draftFromLine(line))
        setLines((now) => now.map((each) => (each === line ? blank : each)))
      }
      return named.length
    },
    onSuccess: (n) => {
      say(t('today.threeAdded', { n }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries(),
  })
  const change = (at: number, part: Partial<typeof blank>) =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...part } : line)))
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
          disabled={named.length === 0}
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
          adding.mutate()
        }}
      >
        {lines.map((line, at) => (
          <fieldset key={at} className="grid grid-cols-2 gap-2">
            <legend className="sr-only">{at + 1}</legend>
            <Field label={t('today.threeName')}>
              {(wiring) => (
                <Input
                  {...wiring}
                  value={line.name}
                  autoFocus={at === 0}
                  onChange={(event) => change(at, { name: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('today.threeReach')}>
              {(wiring) => (
                <Input
                  {...wiring}
                  value={line.reach}
                  onChange={(event) => change(at, { reach: event.target.value })}
                />
              )}
            </Field>
          </fieldset>
        ))}
        {adding.isError && (
          <p role="alert" className="text-red">
            {sentenceOf(adding.error)}
          </p>
        )}
      </form>
    </Sheet>
  )
}
