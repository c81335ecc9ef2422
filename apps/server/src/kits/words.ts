/** Sentences for people. */
export const words = {
  noSuchKit: 'There is no such kit.',
  noSuchModel: 'There is no such model.',
  noSuchCategory: 'There is no such category.',
  noSuchItem: 'There is no such item of stock.',
  onlyPersons: 'Items of stock go to a person only. Leave them out, or hand the kit to somebody.',
  stale: 'Somebody changed this kit since you opened it. Look at it and try again.',
  nameTaken: (name: string) => `There is a kit “${name}” already.`,
  lacking: (parts: readonly { name: string; count: number }[]) =>
    `Not free now: ${parts.map(({ name, count }) => (count === 1 ? name : `${count} × ${name}`)).join(', ')}. Choose what to hand out instead.`,
  noSuchPart: 'The kit has no such part.',
  partTwice: 'This part is named twice. Name its things together.',
  otherKind: (tag: string, part: string) => `${tag} is not of the kind of this part: ${part}.`,
  tooMany: (part: string, count: number) =>
    count === 1 ? `The kit has one of this: ${part}.` : `The kit has ${count} of this: ${part}.`,
  notCounted: (part: string) => `Name the things of this part instead of how many: ${part}.`,
  twice: (tag: string) => `${tag} is named twice.`,
  nothing: 'Choose something to hand out.',
  handedOut: (kit: string, to: string, count: number) =>
    `Handed the kit ${kit} to ${to}: ${count === 1 ? 'one thing' : `${count} things`}`,
  deleted: (kit: string) => `Deleted the kit ${kit}`,
  returned: (back: number, missing: number) =>
    [
      back === 1 ? 'Took one thing back' : `Took ${back} things back`,
      ...(missing === 0 ? [] : [missing === 1 ? 'one is missing' : `${missing} are missing`]),
    ].join(', '),
  nameTakenSince: (name: string) => `Another kit is called “${name}” by now.`,
} as const
