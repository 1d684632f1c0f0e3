import { createFileRoute, redirect } from '@tanstack/react-router'
import { SetupPage } from '@/app/welcome/setup-page'
import { getSetup } from '@/features/identity/get-setup'
import { currentMe } from '@/lib/auth/session'

export const Route = createFileRoute('/setup')({
  beforeLoad: async () => {
    if (currentMe()) throw redirect({ to: '/today' })
    if (!(await getSetup()).needsSetup) throw redirect({ to: '/sign-in' })
  },
  component: SetupPage,
})
