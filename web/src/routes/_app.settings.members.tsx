import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { MembersPage } from '@/app/settings/members-page'

const MembersRoute = () => {
  const navigate = useNavigate()
  return (
    <MembersPage
      everybody={Route.useSearch().show === 'all'}
      onEverybody={(all) =>
        void navigate({ to: '/settings/members', search: all ? { show: 'all' } : {}, replace: true })
      }
    />
  )
}

export const Route = createFileRoute('/_app/settings/members')({
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'all' } => (show === 'all' ? { show } : {}),
  component: MembersRoute,
})
