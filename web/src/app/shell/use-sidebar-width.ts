import { useState } from 'react'
import { keepChoice, keptChoice } from '@/lib/kept-choice'

const key = 'flowstate.sidebar'

export const useSidebarWidth = () => {
  const [narrow, setNarrow] = useState(() => keptChoice(key) === 'narrow')
  const choose = (next: boolean) => {
    keepChoice(key, next ? 'narrow' : 'wide')
    setNarrow(next)
  }
  return [narrow, choose] as const
}
