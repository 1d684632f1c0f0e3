import type { RouterHistory } from '@tanstack/react-router'

/** The paths of this tab's history, by their place in it: only so can a link say where "back" leads. */
const trail = new Map<number, string>()

export const keepTrail = (history: RouterHistory) => {
  const note = () => trail.set(history.location.state.__TSR_index, history.location.pathname)
  note()
  history.subscribe(note)
}

/** Where "back" leads; undefined after a reload, which forgets the paths but not that there is a way back. */
export const pathBefore = (history: RouterHistory) => trail.get(history.location.state.__TSR_index - 1)
