import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useCan } from '@/lib/auth/session'
import { showOverlay } from '@/lib/overlays'
import { useShortcuts } from '@/lib/use-shortcuts'

const places = { t: '/today', c: '/contacts', b: '/board', i: '/import' } as const

/** `?` and C at once; G and then a letter, within a second and a half, to go somewhere. */
export const useShellKeys = () => {
  const navigate = useNavigate()
  const canAdd = useCan('contacts.write')
  const canImport = useCan('contacts.import')
  const armedUntil = useRef(0)
  const go = (key: keyof typeof places, otherwise?: () => void) => () => {
    const armed = Date.now() < armedUntil.current
    armedUntil.current = 0
    if (armed) void navigate({ to: places[key] })
    else otherwise?.()
  }
  useShortcuts({
    '?': () => showOverlay('shortcuts'),
    g: () => {
      armedUntil.current = Date.now() + 1500
    },
    t: go('t'),
    b: go('b'),
    ...(canImport && { i: go('i') }),
    c: go('c', () => canAdd && showOverlay('add-contact')),
  })
}
