import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignInPage } from '@/app/welcome/sign-in-page'
import { getSetup } from '@/features/identity/get-setup'
import { ensureSession } from '@/lib/auth/ensure-session'
import { safeReturn } from '@/lib/auth/safe-return'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({
    // Named even when it is dropped: the router keeps what is in the address and not mentioned here.
    from: safeReturn(search.from),
  }),
  beforeLoad: async ({ search }) => {
    if (await ensureSession()) throw redirect({ href: search.from ?? '/today' })
    if ((await getSetup()).needsSetup) throw redirect({ to: '/setup' })
  },
  component: SignInPage,
})
