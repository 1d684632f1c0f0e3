import { lazy, Suspense } from 'react'
import { showOverlay, useOverlay } from '@/lib/overlays'

const AddContact = lazy(() =>
  import('./add-contact-overlay').then((module) => ({ default: module.AddContactOverlay })),
)
const AddThree = lazy(() =>
  import('@/features/contacts/add-three').then((module) => ({ default: module.AddThree })),
)
export const loadPalette = () => import('../palette/palette')
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })))
const Shortcuts = lazy(() =>
  import('./shortcuts-sheet').then((module) => ({ default: module.ShortcutsSheet })),
)
const More = lazy(() => import('./more-sheet').then((module) => ({ default: module.MoreSheet })))

const close = () => showOverlay(null)

/** Whatever floats above the pages; loaded when first asked for. */
export const Overlays = () => {
  const overlay = useOverlay()
  return (
    <Suspense fallback={null}>
      {overlay === 'add-contact' && <AddContact onClose={close} />}
      {overlay === 'add-three' && <AddThree onClose={close} />}
      {overlay === 'palette' && <Palette onClose={close} />}
      {overlay === 'shortcuts' && <Shortcuts onClose={close} />}
      {overlay === 'more' && <More onClose={close} />}
    </Suspense>
  )
}
