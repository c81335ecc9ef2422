/** Every sentence about licences that the server says to people. */
export const words = {
  noSuchLicence: 'There is no such licence.',
  noSuchSeat: 'There is no such seat.',
  noSuchTerm: 'There is no such term.',
  noSuchPerson: 'There is no such person.',
  noSuchThing: 'There is no such thing.',
  noSuchTitle: 'There is no such software.',
  mayNotKey: 'Setting or taking away the key of a licence needs the permission licences.keys.',
  noKey: 'No key is kept for this licence.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  retired: (name: string) => `${name} is retired.`,
  over: (name: string) => `The last term of ${name} is over. Add a term first.`,
  full: (name: string, seats: number) =>
    seats === 1
      ? `The one seat of ${name} is used.`
      : `All ${seats} seats of ${name} are used. Free one, or add more.`,
  hasOne: (who: string, name: string) => `${who} has a seat of ${name} already.`,
  hasLeft: (name: string) => `${name} is not here any more. Choose somebody who is.`,
  thingGone: (tag: string) => `${tag} is not in use. Choose another thing.`,
  forThings: 'Seats of this licence go to devices. Name a thing.',
  forPeople: 'Seats of this licence go to people. Name a person.',
  isUsed: (used: number) => `${used} of its seats are used. Free some first, or leave it at ${used}.`,
  kindInUse: 'People or things of the other kind have seats of it. Free those first.',
  isFreed: 'This seat was freed already.',
  summary: {
    assigned: (name: string, to: string) => `Gave ${to} a seat of ${name}`,
    freed: (name: string, to: string) => `Freed the seat of ${name} that ${to} had`,
    retired: (name: string) => `Retired the licence ${name}`,
  },
  term: {
    endsFirst: 'It ends before it begins.',
    renewsFirst: 'It is renewed before it begins.',
    needsEnd: 'Give the day on which it ends as well.',
    overlaps: 'Another term of this licence is in these days.',
    isOver: 'This term is over and stays as it was.',
    cannot: (from: string, allowed: readonly string[]) =>
      allowed.length === 0
        ? `A term that is ${from.toLowerCase()} does not move any more.`
        : `From here a term can only be ${allowed.map((to) => to.toLowerCase().replace('_', ' ')).join(' or ')}.`,
    notYet: (day: string) => `It begins on ${day}. Change that day first.`,
    nextOnly: 'Only a term that is renewed has a next one.',
    nextKnown: 'The next term is planned already.',
    needsLength: 'This term has no last day, so say how long the next one is.',
    nextAfter: (day: string) => `The next term begins after ${day}.`,
  },
} as const
