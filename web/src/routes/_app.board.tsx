import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { BoardPage, type BoardPlace } from '@/features/contacts/board-page'
import { contactFilter } from '@/features/contacts/contact-filter'

const BoardRoute = () => {
  const navigate = useNavigate()
  return (
    <BoardPage
      place={Route.useSearch()}
      onPlace={(search) => void navigate({ to: '/board', search, replace: true, resetScroll: false })}
    />
  )
}

export const Route = createFileRoute('/_app/board')({
  validateSearch: (url: Record<string, unknown>): BoardPlace => {
    const { search, stage } = contactFilter(url)
    return { ...(search ? { search } : {}), ...(stage ? { stage } : {}) }
  },
  component: BoardRoute,
})
