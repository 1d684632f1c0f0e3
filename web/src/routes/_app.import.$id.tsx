import { createFileRoute } from '@tanstack/react-router'
import { ImportOnePage } from '@/features/contacts/import-one-page'

const ImportOneRoute = () => <ImportOnePage id={Route.useParams().id} />

export const Route = createFileRoute('/_app/import/$id')({ component: ImportOneRoute })
