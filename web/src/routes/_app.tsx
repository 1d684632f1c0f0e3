import { createFileRoute, redirect } from '@tanstack/react-router'
import { AppShell } from '@/app/shell/app-shell'
import { getSetup } from '@/features/identity/get-setup'
import { ensureSession } from '@/lib/auth/ensure-session'
import { wasRefused } from '@/lib/auth/session'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    if (await ensureSession()) return
    // Asked here as well, so that a first start goes straight to where it has to go.
    if ((await getSetup()).needsSetup) throw redirect({ to: '/setup' })
    const from = location.href === '/today' ? undefined : location.href
    throw redirect({ to: '/sign-in', search: { from, why: wasRefused() ? 'ended' : undefined } })
  },
  component: AppShell,
})
