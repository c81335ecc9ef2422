export const words = {
  noSuchEntry: 'One of the entries is not a reply or note of this request.',
  merged: 'What came with a merge cannot be split off. Un-merge it first.',
  movedOut: (who: string, count: number, ref: string) =>
    `${who} moved ${count === 1 ? 'an entry' : `${count} entries`} to ${ref}.`,
  cameFrom: (ref: string) => `This began in ${ref}.`,
  notClosed: 'This can still be answered or reopened. A follow-up is for what is closed for good.',
  followsUp: (ref: string) => `This follows up on ${ref}.`,
  sameDesk: 'It lies at that desk already.',
  settled: 'It is settled. Only an open request can be moved.',
  hasMerged: 'Others were merged into this. Un-merge them first, because they lie at this desk.',
  awaitsApproval: 'It waits for its approval. Move it when that is decided.',
  wouldLeaveYou: 'It is confidential and you would not see it any more. Let somebody of that desk move it.',
  onlyLeads: 'Somebody reported this without a name. Only whoever leads the desk can hand it to another one.',
  transferred: (who: string, desk: string, ref: string) => `${who} moved this to ${desk}. It is ${ref} now.`,
} as const
