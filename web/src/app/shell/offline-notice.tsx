import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { t } from '@/lib/i18n/translate'

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export const OfflineNotice = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-2 border-b border-amber-line bg-amber-soft px-4 py-2 text-sm text-amber md:px-8">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t('state.offline')}
        </p>
      )}
    </div>
  )
}
