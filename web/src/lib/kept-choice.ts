/** A choice of this device. Storage can be blocked or full: the choice then lasts as long as the page. */
const unsaved = new Map<string, string>()

export const keptChoice = (key: string) => {
  try {
    return unsaved.get(key) ?? localStorage.getItem(key)
  } catch {
    return unsaved.get(key) ?? null
  }
}

export const keepChoice = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value)
    unsaved.delete(key)
  } catch {
    unsaved.set(key, value)
  }
}
