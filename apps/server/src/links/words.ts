export const words = {
  noSuchLink: 'There is no such link.',
  itself: 'A request cannot be linked to itself.',
  there: 'These two are linked that way already.',
  hasParent: (ref: string) => `${ref} has a parent already. Remove that link first.`,
  circle: (chain: readonly string[]) => `That would be a circle: ${chain.join(' → ')}.`,
} as const
