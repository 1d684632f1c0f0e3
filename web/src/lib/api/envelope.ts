export type Envelope<T> = { status: number; data: T; meta?: { nextCursor?: string | null } | null }

export type Page<T> = { items: T[]; nextCursor: string | null }

export const pageOf = <T>(body: Envelope<T[]>): Page<T> => ({
  items: body.data,
  nextCursor: body.meta?.nextCursor ?? null,
})
