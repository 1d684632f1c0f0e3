import '@/styles/app.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSessionEnd } from '@/lib/auth/session'
import { formMessage } from '@/lib/form-messages'
import { followOtherTabs } from './follow-other-tabs'
import { Providers } from './providers'
import { queryClient } from './query-client'
import { router } from './router'
import { keepTrail } from './trail'

// Zod would compile its checks with `new Function`, which the CSP refuses. It reads its settings from here, so that
// the first load need not carry it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true, customError: formMessage } })

keepTrail(router.history)

onSessionEnd(() => {
  queryClient.clear()
  void router.invalidate()
})

followOtherTabs({ queryClient, again: () => void router.invalidate() })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  )
}
