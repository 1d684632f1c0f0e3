import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { ImportPage } from '@/features/contacts/import-page'

const ImportRoute = () => {
  const navigate = useNavigate()
  return <ImportPage onUploaded={(id) => void navigate({ to: '/import/$id', params: { id } })} />
}

export const Route = createFileRoute('/_app/import/')({ component: ImportRoute })
