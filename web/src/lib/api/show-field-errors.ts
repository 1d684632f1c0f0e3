import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { problemOf } from './problem'

/** Puts the server's messages beside the fields they are about; true when at least one found its field. */
export const showFieldErrors = <Values extends FieldValues, Context, Output>(
  error: unknown,
  form: UseFormReturn<Values, Context, Output>,
): boolean => {
  const values = form.getValues()
  const names = Object.keys(values)
  let shown = false
  for (const [field, messages] of Object.entries(problemOf(error).errors ?? {})) {
    const name = names.find((each) => each.toLowerCase() === field.toLowerCase().split(/[.[]/)[0])
    if (!name || !messages[0]) continue
    // The server names an item of a list as "Phones[0].Value", the form as "phones.0.value".
    const [at, part] = /\[(\d+)\]\.?(.*)$/.exec(field)?.slice(1) ?? []
    // And a value by its key as "fields.size" in both.
    const [, key] = /^[^.[]+\.([^.[]+)$/.exec(field) ?? []
    const keyed = key && !Array.isArray(values[name]) && typeof values[name] === 'object'
    const path = keyed
      ? `${name}.${key}`
      : Array.isArray(values[name]) && at
        ? `${name}.${at}.${(part || 'value').toLowerCase()}`
        : name
    form.setError(path as Path<Values>, { message: messages[0] }, { shouldFocus: !shown })
    shown = true
  }
  return shown
}
