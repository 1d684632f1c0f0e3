import { useState } from 'react'
import { useMove } from '@/features/contacts/use-move'
import { type NextAction, suggestedMove } from '@/features/intelligence/list-next-actions'
import type { Stage } from '@/lib/stages'

/** Moves whom a row suggests to move. The row leaves at once; a refusal or an Undo brings it back. */
export const useRowMove = () => {
  const [stages, setStages] = useState<ReadonlyMap<string, Stage>>(new Map())
  const put = (id: string, stage: Stage) => setStages((now) => new Map(now).set(id, stage))
  const mover = useMove({
    onMutate: ({ id, stage }, to) => {
      put(id, to)
      return () => put(id, stage)
    },
  })
  return {
    ...mover,
    isMoved: (action: NextAction) => {
      const to = suggestedMove(action)
      return to !== null && stages.get(action.contactId) === to
    },
    moveRow: (action: NextAction, to: Stage) =>
      mover.move({ id: action.contactId, name: action.name, stage: action.stage }, to),
  }
}
