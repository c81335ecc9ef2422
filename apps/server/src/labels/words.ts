/** Sentences for people. */
export const words = {
  notThere: 'One of these is not there any more. Look at the list again.',
  noSuchPlace: (most: number) => `The sheet has ${most} labels. Begin on one of them.`,
  title: (count: number) => (count === 1 ? 'A label' : `${count} labels`),
} as const
