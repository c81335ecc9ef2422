/** Every sentence about who has what that the server says to people. */
export const words = {
  noSuchPerson: 'There is no such person.',
  noSuchPlace: 'There is no such place.',
  noSuchThing: 'There is no such thing.',
  hasLeft: (name: string) => `${name} is not here any more. Choose somebody who is.`,
  placeGone: (name: string) => `${name} is not used any more. Choose another place.`,
  inItself: (tag: string) => `${tag} cannot be part of itself or of what is part of it.`,
  thingGone: (tag: string) => `${tag} is not in use. Choose another thing.`,
  withSomebody: (tag: string, who: string) => `${tag} is with ${who}. Take it back first, or move it on.`,
  reserved: (tag: string, who: string) => `${tag} is reserved for ${who}.`,
  notReady: {
    TO_INSPECT: (tag: string) => `${tag} came back and was not looked at yet. Make it available first.`,
    DEFECTIVE: (tag: string) => `${tag} is defective. Have it repaired and make it available first.`,
    TO_WIPE: (tag: string) => `${tag} must be wiped before it goes to anybody. Make it available when it is.`,
    TO_TRANSFER: (tag: string) => `${tag} waits to be moved to another place.`,
    TO_DISPOSE: (tag: string) => `${tag} waits to be disposed of.`,
    LEGAL_HOLD: (tag: string) => `${tag} is on legal hold and stays where it is.`,
    LEASE_RETURN: (tag: string) => `${tag} goes back to its lessor.`,
  },
  notOut: (tag: string, where: string) => `${tag} is ${where}, so it cannot be taken back.`,
  notMoved: (tag: string, where: string) => `${tag} is ${where}, so it cannot be moved.`,
  handOutInstead: (tag: string) =>
    `${tag} is in stock. Check it out instead; moving takes it to a place only.`,
  sameHolder: (tag: string) => `${tag} is there already.`,
  onlyPersons: 'Only a person gets accessories. Leave them out, or hand it to somebody.',
  past: 'This moment is over. Give one that lies ahead.',
  undoneByLead: 'Only whoever leads the desk, or an admin, may take back what somebody else did.',
  summary: {
    out: (tags: string, to: string) => `Handed ${tags} to ${to}`,
    back: (tags: string) => `Took ${tags} back`,
    moved: (tags: string, to: string) => `Moved ${tags} to ${to}`,
  },
  states: {
    ORDERED: 'ordered',
    IN_STOCK: 'in stock',
    DEPLOYED: 'handed out',
    IN_TRANSIT: 'on its way',
    IN_MAINTENANCE: 'being repaired',
    MISSING: 'missing',
    RETIRED: 'retired',
    VOID: 'void',
  },
  nobody: 'nobody',
} as const

/** LT-1, LT-2 and 3 more */
export function tagsIn(tags: readonly string[]): string {
  if (tags.length <= 3) return tags.join(', ')
  return `${tags.slice(0, 2).join(', ')} and ${tags.length - 2} more`
}
