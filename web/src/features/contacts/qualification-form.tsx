import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { t } from '@/lib/i18n/translate'
import type { Card, Qualification } from './contact'
import { setQualification } from './set-qualification'
import { useRefreshContact } from './use-refresh-contact'

const questions = ['why', 'desiredOutcome', 'timeline', 'decisionMaker'] as const

const answersOf = ({ qualification }: Card): Qualification => ({
  why: qualification.why ?? '',
  desiredOutcome: qualification.desiredOutcome ?? '',
  timeline: qualification.timeline ?? '',
  decisionMaker: qualification.decisionMaker ?? '',
})

/** Four questions, 25 % each. The bar moves while typing; the server's score is the one that counts. */
export const QualificationForm = ({ card, readOnly }: { card: Card; readOnly?: boolean }) => {
  const refresh = useRefreshContact()
  const [edits, setEdits] = useState<Partial<Qualification>>({})
  const answers = { ...answersOf(card), ...edits }
  const saving = useMutation({
    mutationFn: () => setQualification(card.id, answers),
    onSuccess: async ({ score }) => {
      say(t('card.qualSaved', { n: score }))
      await refresh(card.id)
      setEdits({})
    },
    onError: sayError,
  })
  const score = questions.filter((question) => answers[question].trim()).length * 25
  const changed = Object.keys(edits).length > 0
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <div className="flex items-center gap-3">
        <div className="flex-1">
          <Progress label={t('card.scoreLabel', { n: score })} done={score} total={100} />
        </div>
        <span className="num text-sm font-semibold">{t('card.score', { n: score })}</span>
      </div>
      {questions.map((question) => (
        <Field key={question} label={t(`card.${question}`)}>
          {(wiring) => (
            <Textarea
              {...wiring}
              className="min-h-9! touch:min-h-11!"
              placeholder={t(`card.${question}Hint`)}
              value={answers[question]}
              readOnly={readOnly}
              maxLength={1000}
              onChange={(event) => setEdits((now) => ({ ...now, [question]: event.target.value }))}
            />
          )}
        </Field>
      ))}
      {changed && (
        <Button type="submit" kind="primary" busy={saving.isPending}>
          {t('action.save')}
        </Button>
      )}
    </form>
  )
}
