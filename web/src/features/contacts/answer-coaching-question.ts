import { put } from '@/lib/api/client'
import type { AskedQuestion } from './get-coaching-day'

export const answerCoachingQuestion = (date: string, question: string, text: string) =>
  put<AskedQuestion>(`/contacts/coaching/${date}/${question}`, { text })
