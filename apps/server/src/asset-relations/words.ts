/** Sentences for people. */
export const words = {
  noSuchRelation: 'There is no such relation.',
  noSuchThing: 'There is no such thing.',
  itself: 'A thing has nothing to do with itself.',
  changedInside: (tag: string) => `Changed what is in ${tag}`,
  known: (other: string) => `That is said of ${other} already.`,
} as const
