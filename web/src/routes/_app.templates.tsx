import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { purposes } from '@/features/campaigns/template'
import { type TemplatePlace, TemplatesPage } from '@/features/campaigns/templates-page'

const TemplatesRoute = () => {
  const navigate = useNavigate()
  return (
    <TemplatesPage
      place={Route.useSearch()}
      onPlace={(search) => void navigate({ to: '/templates', search, replace: true, resetScroll: false })}
    />
  )
}

export const Route = createFileRoute('/_app/templates')({
  validateSearch: (url: Record<string, unknown>): TemplatePlace => {
    const purpose = purposes.find((each) => each === url.purpose)
    return { ...(purpose ? { purpose } : {}), ...(typeof url.id === 'string' ? { id: url.id } : {}) }
  },
  component: TemplatesRoute,
})
