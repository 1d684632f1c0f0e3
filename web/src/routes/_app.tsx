import { createFileRoute, redirect } from '@tanstack/react-router'
import { AppShell } from '@/app/shell/app-shell'
import { ensureSession } from '@/lib/auth/ensure-session'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    if (await ensureSession()) return
    throw redirect({ to: '/sign-in', search: location.href === '/today' ? {} : { from: location.href } })
  },
  component: AppShell,
})
