import { useEffect } from 'react'

/**
 * Stands in for the package `react-style-singleton` (see vite.config.ts): the same two exports, but over a constructed
 * style sheet. A <style> tag would be refused by `style-src 'self'`; a constructed sheet is not.
 */
const hold = (css: string) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

export const styleHookSingleton = () => {
  let users = 0
  let release: (() => void) | null = null
  return function useStyle(css: string, dynamic?: boolean) {
    const key = dynamic ? css : ''
    useEffect(() => {
      if (users++ === 0) release = hold(css)
      return () => {
        if (--users === 0) {
          release?.()
          release = null
        }
      }
      // Static styles are applied once, by whoever came first, as in the package.
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [key])
  }
}

export const styleSingleton = () => {
  const useStyle = styleHookSingleton()
  return function Style({ styles, dynamic }: { styles: string; dynamic?: boolean }) {
    useStyle(styles, dynamic)
    return null
  }
}
