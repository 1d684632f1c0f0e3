import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** After a change of one contact: everything that shows it is asked again. */
export const useRefreshContact = () => {
  const queryClient = useQueryClient()
  return useCallback(
    (id: string) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['contacts', 'card', id] }),
        queryClient.invalidateQueries({ queryKey: ['contacts', 'timeline', id] }),
        queryClient.invalidateQueries({ queryKey: ['contacts', 'list'] }),
        queryClient.invalidateQueries({ queryKey: ['contacts', 'board'] }),
        queryClient.invalidateQueries({ queryKey: ['contacts', 'daily-progress'] }),
        queryClient.invalidateQueries({ queryKey: ['intelligence'] }),
      ]),
    [queryClient],
  )
}
