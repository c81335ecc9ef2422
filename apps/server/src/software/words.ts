/** Sentences for people. */
export const words = {
  noSuchTitle: 'There is no such software.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  notKeeper: 'Only the technicians of desks that keep such things decide about software.',
  itself: 'A title cannot count as itself.',
  isMerged: (name: string) => `“${name}” counts as another title itself. Choose that one.`,
} as const
