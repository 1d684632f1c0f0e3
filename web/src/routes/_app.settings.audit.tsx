import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { AuditPage } from '@/app/settings/audit-page'
import { auditFilter } from '@/features/audit/audit-filter'

const AuditRoute = () => {
  const navigate = useNavigate()
  return (
    <AuditPage
      filter={Route.useSearch()}
      onFilter={(search) =>
        void navigate({ to: '/settings/audit', search, replace: true, resetScroll: false })
      }
    />
  )
}

export const Route = createFileRoute('/_app/settings/audit')({
  validateSearch: auditFilter,
  component: AuditRoute,
})
