import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { CardPage } from '@/app/card/card-page'
import { useCan } from '@/lib/auth/session'

const CardRoute = () => {
  const { id } = Route.useParams()
  const { edit } = Route.useSearch()
  const navigate = useNavigate()
  const canEdit = useCan('contacts.write')
  return (
    <CardPage
      id={id}
      edit={edit === true && canEdit}
      onEdit={(next) =>
        void navigate({
          to: '/contacts/$id',
          params: { id },
          search: next ? { edit: true } : {},
          replace: true,
        })
      }
    />
  )
}

export const Route = createFileRoute('/_app/contacts/$id')({
  validateSearch: ({ edit }: Record<string, unknown>): { edit?: true } => (edit === true ? { edit } : {}),
  component: CardRoute,
})
