import { createFileRoute, notFound } from '@tanstack/react-router'
import { isSection } from '@/app/settings/section'
import { SettingsPage } from '@/app/settings/settings-page'

const Settings = () => {
  const { section } = Route.useParams()
  return isSection(section) ? <SettingsPage section={section} /> : null
}

export const Route = createFileRoute('/_app/settings/$section')({
  beforeLoad: ({ params }) => {
    if (!isSection(params.section)) throw notFound()
  },
  component: Settings,
})
