import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listCoachingAnswers } from '@/features/contacts/list-coaching-answers'
import { t } from '@/lib/i18n/lazy/dmo'
import { calendarDayName } from './calendar-day'
import { questionText } from './question-text'

/** What was answered on the days before; asked for when somebody opens it. */
export const DmoAnswers = ({ before }: { before: string }) => {
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...listCoachingAnswers(before), enabled: open })
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm py-1 text-sm font-medium text-text-2 touch:py-2.5">
        {t('dmo.before')}
      </summary>
      {data?.length === 0 && <p className="mt-1 text-sm text-text-2">{t('dmo.beforeNone')}</p>}
      <ol className="mt-1 space-y-4">
        {data?.map((day) => (
          <li key={day.date}>
            <h4 className="text-xs font-medium text-text-3">{calendarDayName(day.date)}</h4>
            <dl className="mt-1 space-y-2">
              {day.answers.map(({ question, answer }) => (
                <div key={question}>
                  <dt className="text-sm text-text-2">{questionText(question)}</dt>
                  <dd className="whitespace-pre-wrap wrap-anywhere">{answer}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  )
}
