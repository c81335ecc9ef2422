export const words = {
  noSuchPolicy: 'There is no such escalation policy.',
  taken: (name: string) => `There is an escalation policy “${name}” already.`,
  inUse: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join(' and ')} ${names.length === 1 ? 'goes' : 'go'} by it. Give ${names.length === 1 ? 'it' : 'them'} another one first.`,
  stale: 'Somebody changed this escalation policy since you opened it. Look at it and try again.',
} as const
