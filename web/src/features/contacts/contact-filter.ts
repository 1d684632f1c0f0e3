import { isStage, type Stage } from '@/lib/stages'

export type ContactFilter = { search?: string; stage?: Stage; warmth?: number }

/** Reads the filter out of a URL; what makes no sense is left out, never an error. */
export const contactFilter = (url: Record<string, unknown>): ContactFilter => {
  const search =
    typeof url.search === 'string' || typeof url.search === 'number' ? String(url.search).slice(0, 100) : ''
  const warmth = Number(url.warmth)
  return {
    ...(search.trim() ? { search } : {}),
    ...(isStage(url.stage) ? { stage: url.stage } : {}),
    ...(Number.isInteger(warmth) && warmth >= 1 && warmth <= 5 ? { warmth } : {}),
  }
}

/** What the server is asked for: a word of it has to have two letters. */
export const searchAsked = (search: string | undefined) => {
  const text = search?.trim() ?? ''
  return text.split(/\s+/).some((word) => word.length >= 2) ? text : undefined
}
