export const words = {
  ran: (name: string, ref: string) => `Ran “${name}” on ${ref}`,
  noSuchDesk: 'There is no such desk.',
  noSuchMacro: 'There is no such macro.',
  noSuchResponse: 'There is no such canned response.',
  notSupervisor: 'Only a supervisor of the desk can do that. You can keep one for yourself.',
  onlySupervisor: 'Only a supervisor of the desk can do that.',
  notStaff: 'Only the desk that works on it can run its macros.',
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  taken: (name: string) => `There is one called “${name}” already.`,
  noSuchTeam: 'This desk has no such team.',
  noSuchCode: (codes: readonly string[]) => `This desk has no such code. It has ${codes.join(', ')}.`,
  unreadable: (why: string) => `This cannot be read as a text with variables: ${why}`,
  unknown: (names: readonly string[], known: readonly string[]) =>
    `There is no ${names.map((name) => `{{${name}}}`).join(', ')}. There are ${known.join(', ')}.`,
  tooLong: (most: number) => `Filled in it would be longer than ${most} characters. Shorten it.`,
  empty: 'Nothing would be left of it once its variables are filled in.',
}
