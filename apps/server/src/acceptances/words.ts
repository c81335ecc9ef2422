/** Sentences for people; to employees a thing is never an asset. */
export const words = {
  noSuchAcceptance: 'There is nothing to agree to here.',
  noSuchLink: 'This link is not known. Sign in to see what waits for you.',
  over: {
    ACCEPTED: 'This was signed already.',
    DECLINED: 'This was refused already. The desk has your reason.',
    EXPIRED: 'The time to agree is over. Ask the desk to hand it out anew.',
    WITHDRAWN: 'The desk took this back; there is nothing to agree to any more.',
    RECEIVED: 'This is a receipt; there is nothing to agree to.',
    VOID: 'This is a receipt that is void; there is nothing to agree to.',
  },
  otherName: (name: string) => `Type the name as it stands here: ${name}.`,
  notYours: 'Only whoever has it agrees or refuses.',
  drawOnScreen: 'On your screen they sign by hand. By name they sign in their own account or by the link.',
  remindedLately: 'They were reminded less than four hours ago.',
  nothingAsked: 'No rules are written for these.',
  refusedSummary: (tags: string) => `I did not sign for ${tags}`,
  refusedDescription: (things: readonly string[], reason: string) =>
    `I was asked to sign for:\n${things.map((thing) => `- ${thing}`).join('\n')}\n\nI did not, because:\n${reason}`,
} as const
