import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { isStatus, problemOf } from '@/lib/api/problem'
import type { Card } from './contact'
import { type ContactValues, draftOf, valuesOf } from './contact-values'
import { listFields } from './list-fields'
import { updateContact } from './update-contact'

/** `base`: what both sides started from. */
type Conflict = { base: ContactValues; mine: ContactValues; theirs: Card }
type Save = { values: ContactValues; over: Card; form?: UseFormReturn<ContactValues> }

/**
 * Writes a contact over the version it was read in; where that is no longer the newest, both sides are the conflict.
 * `onSaved` may wait until what is shown is what was saved.
 */
export const useSaveContact = (
  onSaved: (shown: Promise<void>) => void | Promise<void>,
  onRefused?: (error: Error, form?: UseFormReturn<ContactValues>) => void,
) => {
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const queryClient = useQueryClient()
  const { data: fields } = useQuery(listFields)
  const saving = useMutation({
    mutationFn: ({ values, over }: Save) =>
      updateContact(over.id, over.version, draftOf(values, fields ?? [], over)),
    onSuccess: () => onSaved(queryClient.invalidateQueries({ queryKey: ['contacts'] })),
    onError: (error, { values, over, form }) => {
      const current = problemOf<{ current: Card }>(error).current
      if (isStatus(error, 412) && current)
        setConflict({ base: valuesOf(over), mine: values, theirs: current })
      else onRefused?.(error, form)
    },
  })
  const met = isStatus(saving.error, 412) && problemOf<{ current?: Card }>(saving.error).current !== undefined
  return { saving, conflict, refused: saving.isError && !met }
}
