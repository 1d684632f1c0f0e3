import { createFileRoute } from '@tanstack/react-router'
import { ForgotPasswordPage } from '@/app/welcome/forgot-password-page'

export const Route = createFileRoute('/forgot-password')({ component: ForgotPasswordPage })
