import { useLayoutEffect, useRef, useState } from 'react'

/** Narrower than this, the middle of three columns would be thinner than what is beside it. */
const three = 1080
const two = 720

const fitting = (width: number) => (width >= three ? 3 : width >= two ? 2 : 1)

/** How many columns an element has room for. Asked of itself: the window's width says nothing of the sidebar's. */
export const useColumns = () => {
  const ref = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState<1 | 2 | 3>(1)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setColumns(fitting(element.clientWidth))
    // Before the first paint; the observer would answer after it.
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, columns }
}
