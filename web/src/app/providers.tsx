import { QueryClientProvider } from '@tanstack/react-query'
import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/toast'
import { queryClient } from './query-client'

export const Providers = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>
    <Tooltip.Provider delayDuration={400}>
      {children}
      <Toaster />
    </Tooltip.Provider>
  </QueryClientProvider>
)
