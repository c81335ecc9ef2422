export const words = {
  noSuchField: 'There is no such field.',
  noSuchOwn: (key: string) => `There is no field “${key}” here.`,
  noSuchFieldHere: 'This request has no such field.',
  noSuchDesk: 'There is no such desk.',
  noSuchType: 'This desk does not offer that.',
  taken: (key: string) => `There is a field ${key} already. Bring it back if it is retired.`,
  needsOptions: 'A choice offers at least one thing.',
  hasNoOptions: 'Only a choice offers something.',
  sameOption: (value: string) => `“${value}” is offered twice.`,
  hiddenFromThem: 'Whoever asked cannot fill in what they do not see.',
  tooMany: (most: number) => `A company has at most ${most} fields of its own.`,
  stale: 'Somebody changed this field since you opened it. Look at it and try again.',
  onlyDesk: (label: string) => `Only the desk fills in “${label}”.`,
  settled: 'This request is settled. Reopen it first.',
  noSuchPerson: 'There is no such person.',
  fillFirst: (labels: readonly string[]) =>
    `Fill in ${labels.map((label) => `“${label}”`).join(' and ')} before you resolve it.`,
  fillOne: (label: string) => `Fill in “${label}” before you resolve it.`,
  filledIn: (name: string, labels: readonly string[]) =>
    `${name} filled in ${labels.map((label) => `“${label}”`).join(' and ')}.`,
  emptied: (name: string, labels: readonly string[]) =>
    `${name} emptied ${labels.map((label) => `“${label}”`).join(' and ')}.`,
  yes: 'Yes',
  no: 'No',
} as const
