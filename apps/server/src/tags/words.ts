export const words = {
  noSuchTag: 'There is no such tag.',
  stale: 'Somebody changed this tag in the meantime.',
  exists: (name: string) => `“${name}” is in the vocabulary already.`,
  isTaken: (name: string) => `“${name}” is another tag. Merge the two instead.`,
  merged: (from: string, into: string) => `Merged the tag “${from}” into “${into}”`,
  mergedOn: (name: string) =>
    `“${name}” is not where this merge had put it: it was merged on, renamed or deleted since.`,
  notYours: 'Only who keeps the vocabulary can take a merge back.',
  itself: 'A tag cannot be merged into itself.',
  notListed: (names: readonly string[]) =>
    `Your company keeps a list of tags, and ${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} not on it. Pick one that is, or ask a supervisor to add it.`,
  notListedSealed: (names: readonly string[]) =>
    `A confidential request has only tags of the vocabulary, which every desk reads. ${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} not in it.`,
  tooLong: 'A tag has at most 40 signs, in one line.',
  twice: 'The word stands in another line already.',
  tooMany: 'At most 2,000 lines at once.',
}
