import type { StockMovementKind } from '@deskhand/contract'

/** "3 × HDMI cable" */
export const so = (quantity: number, name: string): string => `${quantity} × ${name}`

/** Sentences for people. */
export const words = {
  noSuchItem: 'There is no such item.',
  noSuchPlace: 'There is no such place.',
  noSuchPerson: 'There is no such person.',
  noSuchThing: 'There is no such thing.',
  noSuchDesk: 'There is no such desk.',
  noSuchModel: 'There is no such model.',
  noSuchRequest: 'There is no such request.',
  noSuchReservation: 'There is no such reservation.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  taken: (name: string) => `There is an item “${name}” already.`,
  skuTaken: (sku: string, name: string) => `${sku} is the number of ${name}.`,
  retired: (name: string) => `${name} is retired. Bring it back first.`,
  placeGone: (name: string) => `${name} is not used any more. Choose another place.`,
  hasLeft: (name: string) => `${name} is not here any more. Choose somebody who is.`,
  thingGone: (tag: string) => `${tag} is not in use. Choose another thing.`,
  kindStays: 'Its ledger has begun, so what is used up and what is kept stay apart. Add another item.',
  twice: 'This place is named twice.',
  stillThere: (count: number) =>
    `${count === 1 ? 'One is' : `${count} are`} still there. Issue or adjust ${count === 1 ? 'it' : 'them'} first.`,
  notOffered: 'Finance takes no purchase requisitions. Ask an admin to offer them in the catalogue.',
  reorder: {
    summary: (count: number, first: string) =>
      count === 1 ? `Stock to order again: ${first}` : `Stock to order again: ${first} and ${count - 1} more`,
    why: (those: readonly string[]) => `There is too little left of: ${those.join('; ')}.`.slice(0, 4000),
    line: (name: string, place: string) => `${name}, for ${place}`.slice(0, 500),
  },
  left: (left: number, reserved: number, place: string) => {
    const there =
      left === 0
        ? `Nothing is left at ${place}.`
        : `Only ${left} ${left === 1 ? 'is' : 'are'} left at ${place}.`
    return reserved === 0
      ? there
      : `${there} ${reserved} more ${reserved === 1 ? 'is' : 'are'} reserved there.`
  },
  reservedLeft: (left: number, place: string) =>
    `Only ${left} of it ${left === 1 ? 'is' : 'are'} reserved at ${place}.`,
  hasOnly: (who: string, has: number) =>
    has === 0 ? `${who} has none of it.` : `${who} has only ${has} of it.`,
  tooFew: (quantity: number, name: string, left: number) => `${so(quantity, name)} (${left} left)`,
  short: (those: readonly string[]) =>
    `There is too little in stock: ${those.join(', ')}. Nothing was handed out.`,
  notAlong: (name: string) => `${name} did not go along with it, or is back already.`,
  usedUp: 'It is used up when it is issued, so it cannot come back. Adjust how many there are instead.',
  ended: {
    ISSUED: 'This reservation was issued already.',
    RELEASED: 'This reservation was given up already.',
    WAITING: 'It has not arrived yet. Receive it first.',
  },
  requestOver: (ref: string) => `${ref} is over. Nothing can be reserved for it.`,
  onlyDesk: 'Only whoever works on the request reserves something for it.',
  undoneAlready: 'This movement was taken back already.',
  waitsFor: (quantity: number, name: string) => `Waits for ${so(quantity, name)}.`,
  putAside: (quantity: number, name: string, place: string) =>
    `${so(quantity, name)} ${quantity === 1 ? 'is' : 'are'} reserved for it at ${place}.`,
  arrived: (what: readonly string[]) => `${what.join(', ')} arrived.`,
  summary: {
    RECEIVE: (what: string) => `Received ${what}`,
    ISSUE: (what: string) => `Issued ${what}`,
    RETURN: (what: string) => `Took ${what} back`,
    ADJUST: (what: string) => `Adjusted ${what}`,
    TRANSFER: (what: string) => `Moved ${what}`,
    RESERVE: (what: string) => `Reserved ${what}`,
    RELEASE: (what: string) => `Gave up ${what}`,
    UNDO: (what: string) => `Took back ${what}`,
  } satisfies Record<StockMovementKind, (what: string) => string>,
} as const
