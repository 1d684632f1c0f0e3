import { createFileRoute } from '@tanstack/react-router'
import { InvitationPage } from '@/app/welcome/invitation-page'
import { ensureSession } from '@/lib/auth/ensure-session'

export const Route = createFileRoute('/invitation')({
  // Who is signed in accepts as who they are.
  beforeLoad: async () => void (await ensureSession()),
  component: InvitationPage,
})
