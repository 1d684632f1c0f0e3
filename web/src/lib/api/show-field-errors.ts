import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { problemOf } from './problem'

/** Puts the server's messages beside the fields they are about; true when at least one found its field. */
export const showFieldErrors = <Values extends FieldValues, Context, Output>(
  error: unknown,
  form: UseFormReturn<Values, Context, Output>,
): boolean => {
  const names = Object.keys(form.getValues())
  let shown = false
  for (const [field, messages] of Object.entries(problemOf(error).errors ?? {})) {
    const name = names.find((each) => each.toLowerCase() === field.toLowerCase().split(/[.[]/)[0])
    if (!name || !messages[0]) continue
    form.setError(name as Path<Values>, { message: messages[0] }, { shouldFocus: !shown })
    shown = true
  }
  return shown
}
