import { createFileRoute } from '@tanstack/react-router'
import { VerifyPage } from '@/app/welcome/verify-page'

export const Route = createFileRoute('/verify')({ component: VerifyPage })
