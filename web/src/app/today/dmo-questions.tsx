import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { ErrorState } from '@/components/states'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { answerCoachingQuestion } from '@/features/contacts/answer-coaching-question'
import { type AskedQuestion, getCoachingDay } from '@/features/contacts/get-coaching-day'
import { useCan } from '@/lib/auth/session'
import { DmoAnswers } from './dmo-answers'
import { questionText } from './question-text'
import { t } from '@/lib/i18n/lazy/dmo'

export const DmoQuestions = () => {
  const { data, error, isPending, refetch } = useQuery(getCoachingDay)
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-40 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const answered = data.questions.filter(({ answer }) => answer).length
  return (
    <>
      <p role="status" className="mb-2 text-sm text-text-2">
        {t('dmo.answered', { n: answered, all: data.questions.length })}
      </p>
      <ul className="rounded-lg border border-line">
        {data.questions.map((asked) => (
          <Question key={asked.question} date={data.date} asked={asked} />
        ))}
      </ul>
      <DmoAnswers before={data.date} />
    </>
  )
}

const Question = ({ date, asked }: { date: string; asked: AskedQuestion }) => {
  const queryClient = useQueryClient()
  const mayAnswer = useCan('contacts.write')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? asked.answer ?? ''
  const keeping = useMutation({
    mutationFn: () => answerCoachingQuestion(date, asked.question, text),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: getCoachingDay.queryKey })
      setTyped(null)
      setOpen(false)
    },
    onError: sayError,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) keeping.mutate()
  }
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-start gap-2.5 rounded-md px-3.5 py-3 text-left transition-colors hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          {questionText(asked.question)}
          {asked.answer && !open && (
            <span className="mt-0.5 block truncate text-sm text-text-2">{asked.answer}</span>
          )}
        </span>
        {asked.answer && <Check aria-label={t('dmo.kept')} className="mt-0.5 size-4 shrink-0 text-green" />}
      </button>
      {open && (
        <form className="space-y-2.5 px-3.5 pb-3.5" onSubmit={submit}>
          <Textarea
            aria-label={`${t('dmo.answer')}: ${questionText(asked.question)}`}
            value={text}
            maxLength={2000}
            readOnly={!mayAnswer}
            onChange={(event) => setTyped(event.target.value)}
          />
          {mayAnswer && (
            <Button
              kind="primary"
              size="small"
              type="submit"
              busy={keeping.isPending}
              aria-disabled={!text.trim()}
            >
              {t('dmo.save')}
            </Button>
          )}
        </form>
      )}
    </li>
  )
}
