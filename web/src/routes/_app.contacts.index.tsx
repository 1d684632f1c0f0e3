import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { contactPlace } from '@/features/contacts/contact-place'
import { ContactsPage } from '@/features/contacts/contacts-page'
import { listMembers } from '@/features/identity/list-members'
import { useCan } from '@/lib/auth/session'

const nobody: never[] = []

const Contacts = () => {
  const navigate = useNavigate()
  const seesMembers = useCan('identity.read')
  const members = useQuery({ ...listMembers, enabled: seesMembers })
  return (
    <ContactsPage
      place={Route.useSearch()}
      people={members.data ?? nobody}
      onPlace={(search) => void navigate({ to: '/contacts', search, replace: true, resetScroll: false })}
    />
  )
}

export const Route = createFileRoute('/_app/contacts/')({
  validateSearch: contactPlace,
  component: Contacts,
})
