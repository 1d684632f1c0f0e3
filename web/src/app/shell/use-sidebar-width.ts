import { useState } from 'react'
import { keepChoice, keptChoice } from '@/lib/kept-choice'
import { useMedia } from '@/lib/use-media'

const key = 'flowstate.sidebar'

/** Icons only where a tablet has no room for words, until somebody chooses. */
export const useSidebarWidth = () => {
  const roomy = useMedia('(min-width: 1024px)')
  const [chosen, setChosen] = useState(() => keptChoice(key))
  const narrow = chosen === null ? !roomy : chosen === 'narrow'
  const choose = (next: boolean) => {
    const choice = next ? 'narrow' : 'wide'
    keepChoice(key, choice)
    setChosen(choice)
  }
  return [narrow, choose] as const
}
