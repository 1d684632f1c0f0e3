import { AxiosError } from 'axios'
import { t } from '@/lib/i18n/translate'

/** RFC 9457 as the Host sends it; `Extra` is what one code adds (the missing gates, the current version …). */
export type Problem<Extra = object> = {
  title?: string
  status: number
  detail?: string
  code: string
  errors?: Record<string, string[]>
  traceId?: string
} & Extra

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'status' in body && typeof body.status === 'number'

export const problemOf = <Extra = object>(error: unknown): Problem<Partial<Extra>> => {
  if (error instanceof AxiosError) {
    const body: unknown = error.response?.data
    if (isProblem(body))
      return { ...body, code: body.code ?? `http.${body.status}` } as Problem<Partial<Extra>>
    const status = error.response?.status ?? 0
    return { status, code: status ? `http.${status}` : 'offline' } as Problem<Partial<Extra>>
  }
  return { status: 0, code: 'unexpected' } as Problem<Partial<Extra>>
}

/** One sentence to show: the server's own where it has one. */
export const sentenceOf = (error: unknown): string => {
  const problem = problemOf(error)
  if (problem.code === 'offline') return t('error.offline')
  if (problem.status === 429) return problem.detail ?? t('error.tooMany')
  const first = Object.values(problem.errors ?? {})[0]?.[0]
  return problem.detail ?? first ?? problem.title ?? t('error.unexpected')
}

export const isStatus = (error: unknown, ...statuses: number[]) => statuses.includes(problemOf(error).status)
