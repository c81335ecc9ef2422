/**
 * Whole seconds between two moments, each cut off to its second: stretches that touch add up, and two answers that look
 * at one moment say the same.
 */
export const secondsBetween = (from: number, until: number): number =>
  Math.floor(until / 1000) - Math.floor(from / 1000)
