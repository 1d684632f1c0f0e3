import { QueryClient } from '@tanstack/react-query'
import { isStatus } from '@/lib/api/problem'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // A refusal stays a refusal; only a hiccup is worth a second try.
      retry: (failures, error) => failures < 2 && !isStatus(error, 400, 401, 403, 404, 409, 412, 422, 429),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    // Offline, a change fails and says so. The default would keep it waiting in a page that may be closed before.
    mutations: { networkMode: 'always' },
  },
})
