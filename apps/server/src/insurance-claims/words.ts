/** Sentences for people. */
export const words = {
  stale: 'Somebody changed this claim meanwhile. Look at it as it is now.',
} as const
