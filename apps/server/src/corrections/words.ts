const fields: Record<string, string> = {
  status: 'the state',
  question: 'the question',
  waitReason: 'what it waits for',
  waitUntil: 'until when it waits',
  resolutionCode: 'how it was solved',
  resolutionText: 'the solution',
  rejectionReason: 'why it was turned down',
  summary: 'the title',
  description: 'the description',
  priority: 'the priority',
}
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

export const words = {
  noSuchCorrection: 'There is no such correction.',
  onlyAdmins: 'Only an admin who works on this request can propose a correction of it.',
  notClosed: 'Only a closed request is corrected. Change this one as it is.',
  onlySecond: 'Only an admin or a supervisor of the desk can be the second person.',
  notTheSame: 'You proposed it. Somebody else has to look at it.',
  notTheirs: 'You asked for this request. Somebody else has to look at it.',
  notYours: 'Only whoever proposed it can take it back.',
  waitsAlready: 'A correction of this request waits already. It is decided first.',
  decidedAlready: 'This correction was decided already.',
  changedSince:
    'The request is not what it was when this was proposed. Refuse it, and propose it anew where it still holds.',
  neverNew: 'Nothing becomes untouched again. Say the state that it should have had.',
  neverAgreed: 'It was not approved. A correction does not stand in for those who must agree.',
  foreign: (field: string, state: string) => `${field} does not belong to ${state}.`,
  nothing: 'That is how it stands already.',
  needs: {
    question: 'Say what to ask.',
    waitReason: 'Say what it waits for.',
    resolutionCode: 'Say how it was solved.',
    resolutionText: 'Say what was done, for who asked.',
    rejectionReason: 'Say why it was turned down.',
  },
  /** The line of the timeline, with both people; whose line it is stands first. */
  corrected: (second: string, names: readonly string[], by: string, reason: string): string =>
    `${second} confirmed a correction of ${listed(names.map((name) => fields[name] ?? name))} by ${by}: ${reason}`,
} as const
