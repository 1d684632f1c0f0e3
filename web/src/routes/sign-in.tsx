import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignInPage } from '@/app/welcome/sign-in-page'
import { getSetup } from '@/features/identity/get-setup'
import { ensureSession } from '@/lib/auth/ensure-session'
import { safeReturn } from '@/lib/auth/safe-return'

const reasons = ['ended', 'left', 'reset', 'verified'] as const

type Search = { from?: string; why?: (typeof reasons)[number] }

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    // Named even when it is dropped: the router keeps what is in the address and not mentioned here.
    from: safeReturn(search.from),
    why: reasons.find((each) => each === search.why),
  }),
  beforeLoad: async ({ search }) => {
    if (await ensureSession()) throw redirect({ href: search.from ?? '/today' })
    const { needsSetup, openSignUp } = await getSetup()
    if (needsSetup) throw redirect({ to: '/setup' })
    return { openSignUp }
  },
  component: SignInPage,
})
