import { createFileRoute, redirect } from '@tanstack/react-router'
import { SettingsIndex } from '@/app/settings/settings-index'

export const Route = createFileRoute('/_app/settings/')({
  beforeLoad: () => {
    // A phone shows the list of them first; the width is the one of useDesktop.
    if (matchMedia('(min-width: 768px)').matches)
      throw redirect({ to: '/settings/$section', params: { section: 'profile' }, replace: true })
  },
  component: SettingsIndex,
})
