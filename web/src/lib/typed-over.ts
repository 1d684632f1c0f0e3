import { useState } from 'react'

type Texts = Record<string, string>
export type Saved<Values extends Texts> = { values: Values; version: number | string | undefined }
export type Typed<Values extends Texts> = {
  texts: Partial<Values>
  /** What was saved when the typing began: tells whether somebody changed it since. */
  over: Saved<Values> | null
}

export const nothingTyped = { texts: {}, over: null }

export const withText = <Values extends Texts>(
  typed: Typed<Values>,
  saved: Saved<Values>,
  part: Partial<Values>,
): Typed<Values> => ({ texts: { ...typed.texts, ...part }, over: typed.over ?? saved })

/** After a save: what was typed on while it was under way stays. */
export const withoutSent = <Values extends Texts>({ texts }: Typed<Values>, sent: Values): Typed<Values> => ({
  texts: Object.fromEntries(
    Object.entries(texts).filter(([key, text]) => text !== sent[key]),
  ) as Partial<Values>,
  over: null,
})

/** The version to save over: the newest, unless these values changed under the typing. Then the server has to refuse. */
export const versionOver = <Values extends Texts>({ over }: Typed<Values>, saved: Saved<Values>) =>
  over && Object.keys(saved.values).some((key) => over.values[key] !== saved.values[key])
    ? over.version
    : saved.version

/** Saved values with what is typed over them. A refetch moves only what nobody typed in, and a save drops only what it sent. */
export const useTypedOver = <Values extends Texts>(saved: Saved<Values>) => {
  const [typed, setTyped] = useState<Typed<Values>>(nothingTyped)
  return {
    values: { ...saved.values, ...typed.texts } as Values,
    changed: Object.entries(typed.texts).some(([key, text]) => text !== saved.values[key]),
    version: versionOver(typed, saved),
    type: (part: Partial<Values>) => setTyped((now) => withText(now, saved, part)),
    drop: (sent: Values) => setTyped((now) => withoutSent(now, sent)),
    /** Somebody's newer version has been shown: the next save goes over that one. */
    accept: () => setTyped((now) => ({ ...now, over: null })),
  }
}
