import { queryOptions } from '@tanstack/react-query'
import { get } from '@/lib/api/client'
import type { Purpose, Template } from './template'

export const listTemplates = (purpose?: Purpose) =>
  queryOptions({
    queryKey: ['campaigns', 'templates', purpose ?? 'all'],
    queryFn: ({ signal }) => get<Template[]>('/campaigns/templates', { purpose }, signal),
  })
