/** Sentences for people. */
export const words = {
  noSuchTitle: 'There is no such software.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  itself: 'A title cannot count as itself.',
  isMerged: (name: string) => `“${name}” counts as another title itself. Choose that one.`,
} as const
