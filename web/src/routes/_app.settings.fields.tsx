import { createFileRoute } from '@tanstack/react-router'
import { FieldsPage } from '@/app/settings/fields-page'

export const Route = createFileRoute('/_app/settings/fields')({ component: FieldsPage })
