import { createFileRoute } from '@tanstack/react-router'
import { KeysPage } from '@/app/settings/keys-page'

export const Route = createFileRoute('/_app/settings/keys')({ component: KeysPage })
