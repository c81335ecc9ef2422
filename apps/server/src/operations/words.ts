const at = (time: Date) => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Every sentence about operations that the server says to people. */
export const words = {
  noSuchOperation: 'There is no such operation.',
  ended: 'It has ended already.',
  running: 'It is still running. Stop it first, or wait until it has ended.',
  tooLate: 'It ended more than a day ago and cannot be undone any more.',
  undoneAlready: (by: string, when: Date) => `${by} undid it already, on ${at(when)}.`,
  isUndo: 'An undo cannot be undone. Make the change again instead.',
  nothingToUndo: 'It changed nothing, so there is nothing to undo.',
  changedSince: (who: string, what: string, when: Date) => `${who} changed ${what} since, on ${at(when)}.`,
  touchedSince: (who: string, when: Date) => `${who} did something with it since, on ${at(when)}.`,
  conflicts: (count: number, of: number) =>
    count === of
      ? 'Everything that it changed was changed again since, or is not yours to change.'
      : `${count} of ${of} were changed again since, or are not yours to change. Nothing was undone; undo the others if you like.`,
  cannotUndo: (what: string) => `What it did cannot be undone: ${what}.`,
  undoOf: (summary: string) => `Undo: ${summary}`,
  tooMany: (most: number) => `That would be more than ${most.toLocaleString('en')} at once. Narrow it down.`,
  columns: ['Number', 'Outcome', 'Status', 'Reason', 'Changes'],
} as const

/** `assignedToId` as people read it. */
export const fieldWord = (field: string): string => {
  const known: Record<string, string> = {
    status: 'the state',
    assignedToId: 'who has it',
    assignedTeamId: 'the team',
    requestTypeId: 'the kind',
    mergedIntoId: 'where it was merged into',
    serviceDeskId: 'the desk',
    firstResponseAt: 'the first answer',
  }
  return (
    known[field] ??
    `the ${field.replace(/(Id|At)$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
  )
}
