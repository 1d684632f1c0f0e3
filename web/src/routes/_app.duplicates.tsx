import { createFileRoute } from '@tanstack/react-router'
import { DuplicatesPage } from '@/features/contacts/duplicates-page'

export const Route = createFileRoute('/_app/duplicates')({ component: DuplicatesPage })
