import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { contactFilter } from '@/features/contacts/contact-filter'
import { ContactsPage } from '@/features/contacts/contacts-page'

const Contacts = () => {
  const navigate = useNavigate()
  return (
    <ContactsPage
      filter={Route.useSearch()}
      onFilter={(search) => void navigate({ to: '/contacts', search, replace: true, resetScroll: false })}
    />
  )
}

export const Route = createFileRoute('/_app/contacts/')({
  validateSearch: contactFilter,
  component: Contacts,
})
