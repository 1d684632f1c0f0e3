import { useSyncExternalStore } from 'react'

export const useMedia = (query: string) =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )

/** The width at which the sidebar takes over from the bottom bar; the same as Tailwind's `md`. */
export const useDesktop = () => useMedia('(min-width: 768px)')
