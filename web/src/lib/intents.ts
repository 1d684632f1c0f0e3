import { useState } from 'react'
import { newId } from './new-id'

/**
 * Gives every intent an id of its own and keeps it until the server has answered: who tries again after a lost answer
 * says the same thing once more, and the server knows it by the id.
 */
export const createIntents = () => {
  const open = new Map<string, string>()
  return async <Answer>(intent: unknown, run: (id: string) => Promise<Answer>) => {
    const key = JSON.stringify(intent)
    const id = open.get(key) ?? newId()
    open.set(key, id)
    const answer = await run(id)
    open.delete(key)
    return answer
  }
}

export const useIntents = () => useState(createIntents)[0]
