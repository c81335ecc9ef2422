/** Sentences for people. */
export const words = {
  noSuchSession: 'There is no such session, or it is somebody else’s.',
  committed: 'This was done already. Begin a new session.',
  unknown: 'Nothing has this code.',
  notKeeper: 'Another desk keeps this.',
  tooMany: (most: number) => `A session has at most ${most} things. Do these first.`,
  empty: 'Scan something first.',
  notBack: 'This is not taken back here.',
  problems: (count: number, of: number) =>
    count === of
      ? 'Something stands in the way of each of them.'
      : `Something stands in the way of ${count} of ${of}. Nothing was done; do the others if you like.`,
} as const
