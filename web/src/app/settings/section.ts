/** The sections without a page of their own. */
export const sections = ['profile', 'workspace', 'cadence', 'appearance', 'shortcuts'] as const
export type Section = (typeof sections)[number]
export const isSection = (value: string): value is Section => sections.includes(value as Section)
