/** What the server says about desks and their catalogue. */
export const words = {
  noSuchDesk: 'There is no such desk.',
  noSuchCategory: 'This desk has no such category.',
  noSuchType: 'There is no such kind of request.',
  noSuchForm: 'There is no such form.',
  codeTaken: 'There is a desk of this code already.',
  prefixTaken: 'Another desk begins its numbers with this prefix.',
  lastDesk: 'This is the last open desk. Open another one first.',
  noSuchPerson: 'One of them is not there, or cannot sign in.',
  twice: 'Somebody is on the list twice.',
  order: 'Name each category of the desk exactly once.',
  otherDesk: 'A kind of request cannot move to the category of another desk.',
  codeTwice: 'A code is there twice.',
  needed: (codes: readonly string[]) => `Deskhand itself writes ${codes.join(' and ')}. They stay.`,
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  cells: 'Name each cell once.',
} as const
