import { queryOptions } from '@tanstack/react-query'
import { post } from '@/lib/api/client'
import type { Schemas } from '@/lib/api/schemas'

type Preview = Schemas['PreviewTemplateResponse']

export const previewTemplate = (body: string, subject: string | null) =>
  queryOptions({
    queryKey: ['campaigns', 'preview', body, subject],
    queryFn: () => post<Preview>('/campaigns/templates/preview', { body, subject }),
    enabled: body.trim() !== '',
  })
