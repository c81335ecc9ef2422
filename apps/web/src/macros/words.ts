import { type TextVariable, textVariables } from '@deskhand/contract'

export const macroWords = {
  macros: 'Macros',
  responses: 'Canned responses',
  take: 'Take it',
  team: (name: string) => `To ${name}`,
  priority: (name: string) => `Priority ${name.toLowerCase()}`,
  impact: (name: string) => `Impact ${name.toLowerCase()}`,
  urgency: (name: string) => `Urgency ${name.toLowerCase()}`,
  withoutTag: (tag: string) => `without #${tag}`,
  fills: (label: string) => `“${label}”`,
  note: 'Note',
  reply: 'Reply',
  move: (state: string) => `Then ${state.toLowerCase()}`,
  ran: (name: string, reference: string) => `“${name}” is done on ${reference}.`,
  run: (name: string) => `Run “${name}”`,
  onlyStaff: 'Only the desk that works on it can run its macros.',
  hint: 'Enter runs it',
  hintText: 'Enter puts it in',
}

const known = (Object.keys(textVariables) as TextVariable[]).map((name) => `{{${name}}}`).join(', ')

export const editorWords = {
  variables: `Filled in when it is used: ${known}.`,
  name: 'Name',
  desk: 'Desk',
}

export const macroPageWords = {
  title: 'Macros',
  about:
    'What is done often, in one go: a reply, a note, changes and a move. In a reply, / finds them; on a request, Q and a figure runs those that have one.',
  refused: 'Macros are kept by the supervisors of the desks.',
  empty: 'No macro yet.',
  emptyAbout: 'Begin with what your desk does most: take it, ask for a screenshot, and wait.',
  add: 'New macro',
  change: 'Change macro',
  save: 'Save macro',
  consequence: 'Nobody can run it any more. What it did stays as it is.',
  confirm: 'Delete macro',
  key: 'Key',
  keyAbout: 'On a request this runs it at once, with an undo.',
  noKey: 'None',
  keyName: (key: number) => `Q then ${key}`,
  takes: 'Whoever runs it takes the request',
  team: 'Give to team',
  priority: 'Set priority',
  closedTeam: (name: string) => `${name} (closed)`,
  impact: 'Set impact',
  urgency: 'Set urgency',
  tags: 'Add tags',
  removedTags: 'Take off tags',
  tagsHelp: 'Parted by commas.',
  note: 'Write a note',
  reply: 'Reply',
  to: 'Then move to',
  same: 'As it is',
  question: 'What we ask',
  reason: 'Why',
  waitReason: 'What it waits for',
  waitDays: 'For how many days',
  resolutionCode: 'How it was solved',
  resolutionText: 'What was done, for who asked',
}

export const responsePageWords = {
  title: 'Canned responses',
  about: 'What is said often, in each language. In a reply, :: finds them.',
  refused: 'Canned responses are for who works at a desk.',
  empty: 'No canned response yet.',
  emptyAbout: 'Keep for everyone what you write every week.',
  add: 'New response',
  change: 'Change response',
  save: 'Save response',
  consequence: 'What was sent with it stays as it is.',
  confirm: 'Delete response',
  language: 'Language',
  text: 'Text',
  mine: 'For myself',
  onlyMine: 'Only you see it.',
}
