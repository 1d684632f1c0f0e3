import { createFileRoute } from '@tanstack/react-router'
import { StagesPage } from '@/app/settings/stages-page'

export const Route = createFileRoute('/_app/settings/stages')({ component: StagesPage })
