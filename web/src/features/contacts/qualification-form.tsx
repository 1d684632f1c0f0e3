import { useMutation } from '@tanstack/react-query'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { isStatus } from '@/lib/api/problem'
import { t } from '@/lib/i18n/translate'
import { useTypedOver } from '@/lib/typed-over'
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

type Props = {
  card: Card
  readOnly?: boolean
  /** Runs once all four are saved; the button then says that it moves, too. */
  onAnswered?: () => void
}

/** Four questions, 25 % each. The bar moves while typing; the server's score is the one that counts. */
export const QualificationForm = ({ card, readOnly, onAnswered }: Props) => {
  const refresh = useRefreshContact()
  const saved = answersOf(card)
  const { values: answers, version, ...typed } = useTypedOver({ values: saved, version: card.version })
  const saving = useMutation({
    mutationFn: (sent: Qualification) => setQualification(card.id, version, sent),
    onSuccess: async ({ score }, sent) => {
      say(t('card.qualSaved', { n: score }))
      await refresh(card.id)
      typed.drop(sent)
      if (Number(score) === 100) onAnswered?.()
    },
    onError: async (error) => {
      if (!isStatus(error, 412)) return sayError(error)
      await refresh(card.id)
      typed.accept()
    },
  })
  const stale = isStatus(saving.error, 412)
  const score = questions.filter((question) => answers[question].trim()).length * 25
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(answers)
      }}
    >
      <div className="flex items-center gap-3">
        <div className="flex-1">
          <Progress label={t('card.scoreLabel', { n: score })} done={score} total={100} />
        </div>
        <span className="num text-sm font-semibold">{t('card.score', { n: score })}</span>
      </div>
      {questions.map((question) => (
        <Field
          key={question}
          label={t(`card.${question}`)}
          hint={
            stale && answers[question] !== saved[question]
              ? t('stale.savedNow', { text: saved[question] || t('conflict.empty') })
              : undefined
          }
        >
          {(wiring) => (
            <Textarea
              {...wiring}
              className="min-h-9! touch:min-h-11!"
              placeholder={t(`card.${question}Hint`)}
              value={answers[question]}
              readOnly={readOnly}
              maxLength={1000}
              onChange={(event) => typed.type({ [question]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {stale && (
        <p role="alert" className="text-sm text-amber">
          {t('stale.kept')}
        </p>
      )}
      {typed.changed && (
        <Button type="submit" kind="primary" busy={saving.isPending}>
          {onAnswered && score === 100 ? t('gate.saveAndMove') : t('action.save')}
        </Button>
      )}
    </form>
  )
}
