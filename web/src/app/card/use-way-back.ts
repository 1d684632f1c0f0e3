import { useCanGoBack, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '@/lib/i18n/translate'
import { mainItems } from '../shell/nav-items'
import { pathBefore } from '../trail'

/** Back to where the card was opened from, with its filter and its place; to the contacts if it was opened by its address. */
export const useWayBack = () => {
  const router = useRouter()
  const inside = useCanGoBack()
  const [path] = useState(() => pathBefore(router.history))
  const place = mainItems.find(({ to }) => to === path)
  return {
    label: inside ? (place?.label ?? t('action.back')) : t('nav.contacts'),
    goBack: () => {
      if (!inside) return router.navigate({ to: '/contacts' })
      return new Promise<void>((resolve) => {
        const stop = router.subscribe('onResolved', () => (stop(), resolve()))
        router.history.back()
      })
    },
  }
}
