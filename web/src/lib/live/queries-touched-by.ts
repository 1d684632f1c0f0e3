export type Change = { module: string; what: string; id?: string | null; data?: unknown }

/** Which queries a change makes old. An unknown one makes everything of its module old: too much is only slow. */
export const queriesTouchedBy = ({ module, what, id }: Change): (readonly unknown[])[] => {
  switch (what) {
    case 'contact':
      return [
        ...(id
          ? [
              ['contacts', 'card', id],
              ['contacts', 'timeline', id],
            ]
          : []),
        ['contacts', 'list'],
        ['contacts', 'board'],
        ['contacts', 'daily-progress'],
      ]
    case 'board':
      return [['contacts', 'board']]
    case 'import':
      return [['contacts', 'imports'], ...(id ? [['contacts', 'import', id]] : [])]
    case 'next-actions':
      return [['intelligence', 'next-actions']]
    case 'templates':
      return [
        ['campaigns', 'templates'],
        ['campaigns', 'words'],
      ]
    default:
      return [[module]]
  }
}
