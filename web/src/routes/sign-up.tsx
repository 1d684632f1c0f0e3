import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignUpPage } from '@/app/welcome/sign-up-page'
import { getSetup } from '@/features/identity/get-setup'
import { ensureSession } from '@/lib/auth/ensure-session'

export const Route = createFileRoute('/sign-up')({
  beforeLoad: async () => {
    if (await ensureSession()) throw redirect({ to: '/today' })
    const { needsSetup, openSignUp } = await getSetup()
    if (needsSetup) throw redirect({ to: '/setup' })
    return { openSignUp }
  },
  component: SignUpPage,
})
