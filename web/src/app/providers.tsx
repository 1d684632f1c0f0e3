import { QueryClientProvider } from '@tanstack/react-query'
import { Tooltip } from 'radix-ui'
import { lazy, type ReactNode, Suspense } from 'react'
import { queryClient } from './query-client'

const Toaster = lazy(() => import('@/components/toaster').then((module) => ({ default: module.Toaster })))

export const Providers = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>
    <Tooltip.Provider delayDuration={400}>
      {children}
      <Suspense fallback={null}>
        <Toaster />
      </Suspense>
    </Tooltip.Provider>
  </QueryClientProvider>
)
