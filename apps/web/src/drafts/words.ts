export const draftWords = {
  saved: (time: string) => `Draft saved ${time}`,
  share: 'Share draft',
  unshare: 'Stop sharing',
  sharedBy: (desk: string) => `Everyone at ${desk} can read this draft and go on with it.`,
  theirs: (name: string) => `${name} shares a draft:`,
  goOn: 'Go on with it',
  hands: (names: string) => `Begun by ${names}.`,
  taken: 'The draft is yours now.',
  failed: (sentence: string) => `Not done. ${sentence}`,
}
