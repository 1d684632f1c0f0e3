import { createFileRoute } from '@tanstack/react-router'
import { HooksPage } from '@/app/settings/hooks-page'

export const Route = createFileRoute('/_app/settings/hooks')({ component: HooksPage })
