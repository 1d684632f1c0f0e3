import { del } from '@/lib/api/client'

export const deleteTemplate = (id: string) => del(`/campaigns/templates/${id}`)
