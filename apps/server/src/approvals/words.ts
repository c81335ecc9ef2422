const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Every sentence about approvals that the server says to people. */
export const words = {
  notInUse: 'There is no such approval policy in use.',
  isOver: 'What is resolved or declined is not asked about any more.',
  noSuchApproval: 'There is no such approval.',
  noSuchPerson: 'There is no such person, or they are not active.',

  notAsked: 'You are not asked to decide on this.',
  decided: 'You have decided on this already.',
  passedOn: 'You have handed this over.',
  lost: 'Your time for this is over; somebody else was asked.',
  moot: 'It was settled without you; nothing is left to decide.',
  asking: 'You asked for information. When the answer comes, you can decide.',
  over: {
    APPROVED: 'This has been approved already.',
    REJECTED: 'This has been declined already.',
    CANCELLED: 'This is not asked any more.',
    EXPIRED: 'The time for this is over.',
    VOID: 'What was asked has changed, so this does not count any more.',
  },
  changed: 'This changed since you were asked. You will be asked anew in a moment.',
  changedSince:
    'What was approved is not what stands here now, so it must be approved again. The approvers are asked in a moment.',
  notNow: 'This request does not wait for an approval now.',
  own: 'Nobody approves what they asked for themselves.',
  twice: 'You have a say in this round already.',
  sayWhy: 'Say why.',
  sayWhat: 'Say what you need to know.',
  questionOpen: 'A question to the requester is open. Wait for the answer, or decide.',

  signature: 'This is above the limit: type your name and your password to sign it.',
  noPassword: 'To sign, you need a password. Set one in your profile, then sign.',
  otherName: (name: string) => `Type your name as it stands here: ${name}.`,
  wrongPassword: 'This is not your password.',

  alreadyIn: (name: string) => `${name} has a say in this already.`,
  asksThemselves: (name: string) => `${name} asked for this and cannot approve it.`,
  mayNotSee: (name: string) =>
    `This request is confidential and ${name} may not see it, so it cannot be handed to them.`,
  toYourself: 'You have it already.',
  remindedLately: 'They were reminded less than four hours ago.',
  nobodyWaits: 'Nobody is asked just now.',
  onlyRequesterOrDesk: 'Only whoever asked, or the desk, can do that.',
  onlyDesk: 'Only the desk that works on it can do that.',

  reasons: {
    withdrawn: 'The request was withdrawn.',
    rejected: 'The request was rejected.',
    settled: 'The request was settled.',
    changed: 'What was asked for changed.',
    needless: 'After a change it needs no approval any more.',
    byDesk: 'The desk stopped it.',
    unanswered: 'Nobody answered in time.',
  },
  noPolicy: 'This kind of request needs approval, and no policy says whose. The desk decides.',
  notSeen: 'The next in line may not see this confidential request.',
  nobodyNext: 'Time ran out, and nobody is next in line.',
  agreedBefore: (name: string) => `${name} agreed in an earlier step.`,

  /** Lines of the timeline. */
  asked: (names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? 'was' : 'were'} asked to approve this.`,
  approved: (name: string, forName: string | null) =>
    forName ? `${name} approved this for ${forName}.` : `${name} approved this.`,
  rejected: (name: string, forName: string | null) =>
    forName ? `${name} declined this for ${forName}.` : `${name} declined this.`,
  handedOver: (from: string, to: string) => `${from} handed the decision to ${to}.`,
  standsIn: (from: string, to: string) => `${from} is away; ${to} decides instead.`,
  escalated: (from: string, to: string) => `${from} did not answer in time; ${to} was asked.`,
  cancelled: (name: string) => `${name} stopped the approval.`,
  voided: (fields: readonly string[]) => `Changed after it was asked: ${list(fields)}. It is asked anew.`,
  voidedOnly: (fields: readonly string[]) => `Changed after it was approved: ${list(fields)}.`,
  needless: 'After the change it needs no approval any more.',
  expired: 'Nobody answered in time. The desk decides how it goes on.',
  stuck: (reason: string) => `${reason} An admin was told.`,
  resolved: 'Everyone who had to agree has agreed.',

  fields: {
    requesterId: 'who it is for',
    requestTypeId: 'the kind of request',
    amount: 'the amount',
  } as Record<string, string>,

  link: {
    unknown: 'There is no such link.',
    open: 'You can decide here.',
    used: 'This link was used already. Nothing happens a second time.',
    expired: 'This link is too old. Sign in to decide.',
    superseded: 'A newer mail about this was sent. Use the link in that one, or sign in.',
    otherPerson: (whose: string, you: string) =>
      `This link was sent to ${whose}, and you are signed in as ${you}. It changes nothing here.`,
    signIn: 'This is above the limit for mail links. Sign in and sign it there.',
    done: {
      APPROVED: 'Thank you. You approved this.',
      REJECTED: 'Thank you. You declined this, and whoever asked is told why.',
      INFO_REQUESTED: 'Your question was sent. You get a new mail with the answer.',
    },
  },
} as const

/** `estimatedPrice` → `estimated price`, where nobody gave it a better name. */
export const fieldWords = (field: string): string =>
  words.fields[field] ?? field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
