import { queryOptions } from '@tanstack/react-query'
import { post } from '@/lib/api/client'

type Preview = { text: string; subject: string | null; missing: string[] }

export const previewTemplate = (body: string, subject: string | null) =>
  queryOptions({
    queryKey: ['campaigns', 'preview', body, subject],
    queryFn: () => post<Preview>('/campaigns/templates/preview', { body, subject }),
    enabled: body.trim() !== '',
  })
