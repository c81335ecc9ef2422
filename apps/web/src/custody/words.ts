import type { HandedThing } from '@deskhand/contract'

export const conditionWords: Record<NonNullable<HandedThing['condition']>, string> = {
  NEW: 'New',
  GOOD: 'Good',
  MARKED: 'With marks',
  DAMAGED: 'Damaged',
  BROKEN: 'Broken',
}

export const custodyWords = {
  checkOut: 'Check out',
  checkIn: 'Check in',
  move: 'Move',
  checkOutTitle: (tag: string) => `Check out ${tag}`,
  checkInTitle: (tag: string) => `Check in ${tag}`,
  moveTitle: (tag: string) => `Move ${tag}`,
  toWhom: 'To whom',
  person: 'Person',
  place: 'Place',
  thing: 'Thing',
  findPlace: 'Find a place',
  noPlace: 'No such place',
  findThing: 'Tag, serial number or name',
  noThing: 'No such thing',
  until: 'Until',
  untilAbout: 'Leave empty to hand it out for good.',
  condition: 'Condition',
  note: 'Note',
  where: 'Put it',
  whereAbout: 'Leave empty for where it was before.',
  accessories: 'Goes along with it',
  accessoriesAbout: 'Issued from stock in the same deed, and asked for when it comes back.',
  findAccessory: 'Charger, cable, bag …',
  noAccessory: 'Nothing like this is in stock',
  howMany: (name: string) => `How many: ${name}`,
  without: (name: string) => `Without ${name}`,
  cameBack: 'What came back with it',
  wentAlong: (count: number) =>
    count === 1
      ? 'One went along. What does not come back stays on their name.'
      : `${count} went along. What does not come back stays on their name.`,
  more: 'Until when, accessories, condition, note, photos',
  signing: 'Signature',
  signMail: 'Ask by mail',
  signHere: 'Sign here now',
  missing: { person: 'Choose who gets it.', place: 'Choose a place.', thing: 'Choose a thing.' },
  done: {
    out: (tag: string, to: string) => `${tag} is with ${to}.`,
    asked: (tag: string, to: string) => `${tag} is with ${to}, who is asked to sign.`,
    back: (tag: string) => `${tag} is back. Look at it before it goes to anybody.`,
    wipe: (tag: string) => `${tag} is back. Wipe it before it goes to anybody.`,
    moved: (tag: string, to: string) => `${tag} moved to ${to}.`,
  },
  refused: {
    out: 'It is not in stock.',
    back: 'It is not handed out.',
    keeper: 'Only the desk that keeps it does that.',
  },
}
