import { createRouter } from '@tanstack/react-router'
import { routeTree } from '@/routeTree.gen'
import { CrashPage } from './shell/crash-page'
import { MissingPage } from './shell/missing-page'
import { queryClient } from './query-client'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: MissingPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
