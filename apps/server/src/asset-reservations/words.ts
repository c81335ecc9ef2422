/** A moment as people where the company is read it: "3 December 2026 at 09:00". */
const moment = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at)

/** Sentences for people. */
export const words = {
  noSuchReservation: 'There is no such reservation.',
  noSuchThing: 'There is no such thing to borrow.',
  noSuchPerson: 'There is no such person.',
  hasLeft: (name: string) => `${name} is not here any more. Choose somebody who is.`,
  stale: 'This reservation was changed since you opened it. Look at it and try again.',
  notLent: 'This is not lent to everybody. Ask the desk for it.',
  onlyForOneself: 'Only the technicians who keep it reserve for others.',
  onlyByKeeper: 'Only the technicians of the desk that keeps these may do that.',
  onlyTheirs: 'Only whoever it is for, or the desk that keeps it, may change it.',
  past: 'This moment is over. Give one that lies ahead.',
  tooFar: 'That is more than two years ahead.',
  tooLong: 'It is lent for a year at most.',
  endsBefore: 'It ends after it begins.',
  begun: 'It has begun already; only its end can still be moved.',
  over: 'This reservation is over.',
  onlyAsked: 'What was handed out stays the same thing. Take it back first.',
  otherKind: 'This is of another kind than was reserved.',
  taken: (name: string, next: Date | null, zone: string) =>
    next
      ? `${name} is taken then. It is free for as long from ${moment(next, zone)}.`
      : `${name} cannot be borrowed: none is there, or none comes back.`,
  takenMeanwhile: (name: string) => `Somebody else was quicker: ${name} is taken then. Choose another time.`,
  keptFor: (tag: string, who: string, at: Date, zone: string) =>
    `${tag} is reserved for ${who} from ${moment(at, zone)}. Hand it out until then, or choose another.`,
  needsCondition: 'Say how it came back.',
  tooEarly: (at: Date, zone: string) =>
    `It is reserved from ${moment(at, zone)}, and the thing is not free before. Move the reservation first.`,
  summary: {
    made: (name: string, who: string) => `Reserved ${name} for ${who}`,
    changed: (name: string) => `Changed the reservation of ${name}`,
    moved: {
      DRAFT: (name: string) => `Made the reservation of ${name} a draft`,
      REQUESTED: (name: string) => `Asked for ${name}`,
      RESERVED: (name: string) => `Confirmed the reservation of ${name}`,
      ONGOING: (name: string) => `Handed ${name} out`,
      OVERDUE: (name: string) => `${name} is overdue`,
      COMPLETE: (name: string) => `Took ${name} back`,
      CANCELLED: (name: string) => `Cancelled the reservation of ${name}`,
      EXPIRED: (name: string) => `The reservation of ${name} expired`,
    },
  },
  undoneByOthers: 'Only whoever did it, or the desk that keeps it, may take it back.',
} as const
