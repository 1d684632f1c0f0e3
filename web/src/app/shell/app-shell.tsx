import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { t } from '@/lib/i18n/translate'
import { showOverlay, useOverlay } from '@/lib/overlays'
import { useDesktop } from '@/lib/use-media'
import { useHeldLeftovers } from '../today/use-held-changes'
import { BottomBar } from './bottom-bar'
import { OfflineNotice } from './offline-notice'
import { ProgressLine } from './progress-line'
import { Sidebar } from './sidebar'
import { useStageNames } from './use-stage-names'
import { useShellKeys } from './use-shell-keys'
import { useLiveUpdates } from './use-live-updates'

const loadOverlays = () => import('./overlays')
const Overlays = lazy(() => loadOverlays().then((module) => ({ default: module.Overlays })))

const usePaletteKey = () => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      showOverlay('palette')
    }
    window.addEventListener('keydown', onKey)
    // Somebody who presses the key types on at once: the palette should be here before the first letter.
    const early = setTimeout(() => void loadOverlays().then(({ loadPalette }) => loadPalette()), 3000)
    return () => {
      clearTimeout(early)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

export const AppShell = () => {
  const desktop = useDesktop()
  const overlay = useOverlay()
  usePaletteKey()
  useLiveUpdates()
  useShellKeys()
  useHeldLeftovers()
  const names = useStageNames()

  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
      >
        {t('app.skip')}
      </a>
      <ProgressLine />
      <div className="md:flex">
        {desktop && <Sidebar />}
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <OfflineNotice />
          <Outlet key={names} />
        </main>
      </div>
      {!desktop && <BottomBar />}
      {overlay && (
        <Suspense fallback={null}>
          <Overlays />
        </Suspense>
      )}
    </>
  )
}
