export const words = {
  itself: 'A request cannot be merged into itself.',
  onlyDesk: (ref: string) => `Only the desk that works on ${ref} can merge it.`,
  targetMerged: (ref: string) => `${ref} was merged into another itself. Merge into that one.`,
  targetClosed: (ref: string) => `${ref} is settled for good. Merge into one that is open.`,
  merged: (ref: string) => `${ref} was merged already.`,
  settled: (ref: string) => `${ref} is settled already. Only an open request can be merged.`,
  awaitsApproval: (ref: string) => `${ref} waits for its approval. Merge it when that is decided.`,
  openTasks: (ref: string) => `${ref} has mandatory tasks that are open. Tick them or remove them first.`,
  otherDesk: (ref: string) => `${ref} lies at another desk. Move one of the two first.`,
  otherReaders: (ref: string) =>
    `${ref} is confidential, or the other is: the same people must be able to read both.`,
  notMergedHere: (ref: string) => `${ref} was not merged into this one.`,
  trashed: (ref: string) => `${ref} is in the trash.`,

  /** To who asked: what became of it. */
  goesOn: (ref: string) => `This goes on in ${ref}. What you write here lands there.`,
  goesOnTogether:
    'Somebody else reported the same, so the desk works on it in one place. Write here as before: your words reach the people who work on it, and their answers come here.',
  absorbed: (who: string, ref: string) => `${who} merged ${ref} into this.`,
  unmerged: (who: string) => `${who} took this out of the merge. It goes on by itself.`,
  released: (who: string, ref: string) => `${who} took ${ref} out of this again.`,
  summary: (refs: readonly string[], into: string) => `Merged ${refs.join(', ')} into ${into}`,
  /** The numbers of confidential ones are for nobody who reads the log. */
  sealedSummary: (count: number) =>
    `Merged ${count === 1 ? 'a confidential request' : `${count} confidential requests`} into another`,
  sealedUnmergeSummary: (count: number) =>
    `Took ${count === 1 ? 'a confidential request' : `${count} confidential requests`} out of another`,
  unmergeSummary: (refs: readonly string[], from: string) => `Took ${refs.join(', ')} out of ${from}`,
  noSuchReply: 'This entry did not come after the merge, or is not there.',
  noSuchSide: 'Say one of the requests that are taken out, or the one that stays.',
  othersWords: 'What another requester wrote stays where it is.',
} as const
