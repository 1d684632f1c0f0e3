import { useState } from 'react'

const key = 'flowstate.sidebar'

export const useSidebarWidth = () => {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(key) === 'narrow')
  const choose = (next: boolean) => {
    localStorage.setItem(key, next ? 'narrow' : 'wide')
    setNarrow(next)
  }
  return [narrow, choose] as const
}
