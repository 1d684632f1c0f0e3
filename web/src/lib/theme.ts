import { useSyncExternalStore } from 'react'
import { keepChoice, keptChoice } from './kept-choice'

export type Theme = 'light' | 'dark' | 'system'

const key = 'flowstate.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const stored = (): Theme => {
  const value = keptChoice(key)
  return value === 'light' || value === 'dark' ? value : 'system'
}

const apply = () => {
  const theme = stored()
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
}

dark.addEventListener('change', apply)

export const chooseTheme = (theme: Theme) => {
  keepChoice(key, theme)
  apply()
  listeners.forEach((listener) => listener())
}

export const useTheme = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, stored)
