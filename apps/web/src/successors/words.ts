export const successorWords = {
  transfer: 'Move to another desk…',
  transferTitle: (reference: string) => `Move ${reference} to another desk`,
  transferAbout:
    'It gets a number there; the old one keeps leading to it. The conversation goes with it, notes too.',
  confidentialAbout:
    'It is confidential: that desk will read it, and you only if you work there or stand on its list. A report without a name is moved by whoever leads its desk and takes no list along; its code goes on working.',
  desk: 'Desk',
  reason: 'What they should know',
  reasonHelp: 'Everyone on the request can read it.',
  transferConfirm: 'Move request',
  pickDesk: 'Pick a desk first.',
  transferred: (from: string, to: string) => `${from} is ${to} now.`,
  followUp: 'Follow up in a new request',
  followedUp: (reference: string) => `${reference} is open.`,
  notClosed: 'A follow-up is for what is closed for good.',
  failed: (detail: string) => `Nothing was opened: ${detail}`,
}
