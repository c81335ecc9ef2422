/** Sentences for people; to employees a thing is never an asset. */
export const words = {
  notYours: 'You do not have this.',
  notOut: 'It is not handed out to you any more.',
  disputedAlready: 'You said so already; the desk is on it.',
  returnAskedAlready: 'You asked for that already; the desk is on it.',
  notMissing: 'It is not reported missing.',
  found: (thing: string) => `I found ${thing} again`,
  missingAlready: 'It is reported missing already.',
  disputed: (thing: string) => `I do not have ${thing}`,
  wantsBack: (thing: string) => `I want to give back ${thing}`,
  lost: (thing: string) => `I lost ${thing}`,
  stolen: (thing: string) => `${thing} was stolen`,
  about: (thing: string, said: string) => `About: ${thing}\n\n${said}`,
  called: ({ name, assetTag, place }: { name: string; assetTag: string; place: string | null }) =>
    [`${name} (${assetTag})`, place].filter(Boolean).join(', '),
  police: (number: string) => `Number of the police report: ${number}`,
  noNote: 'Tell me how and where, please.',
} as const
