import { type Priority, type RequestState, usualPriorityNames } from '@deskhand/contract'

/** A request's state as the eye sees it: `closedAt` turns a resolved or rejected one into CLOSED. */
export type GlyphState = RequestState | 'CLOSED' | 'CANCELLED'

/** Whoever asked reads other words than whoever works on it. */
export type Voice = 'requester' | 'technician'

export const stateWords: Record<GlyphState, Record<Voice, string>> = {
  SUBMITTED: { technician: 'New', requester: 'New' },
  IN_REVIEW: { technician: 'In review', requester: 'Being checked' },
  ACTION_REQUIRED: { technician: 'With requester', requester: 'Needs you' },
  APPROVED: { technician: 'Approved', requester: 'Approved' },
  IN_PROGRESS: { technician: 'In progress', requester: 'In progress' },
  WAITING: { technician: 'Waiting', requester: 'Waiting' },
  RESOLVED: { technician: 'Resolved', requester: 'Resolved' },
  REJECTED: { technician: 'Rejected', requester: 'Turned down' },
  CLOSED: { technician: 'Closed', requester: 'Closed' },
  CANCELLED: { technician: 'Cancelled', requester: 'Cancelled' },
}

/** What the company calls its priorities; the shell sets them, as it sets the reader's zone. */
export const priorityWords: Record<Priority, string> = { ...usualPriorityNames }

export function setPriorityNames(names: Record<Priority, string>) {
  Object.assign(priorityWords, names)
}

export const vipWords = { chip: 'VIP', title: 'Their requests come first' }

export const exportWords = {
  title: 'Export',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  as: (format: string) => `Export as ${format}`,
  about: {
    csv: 'All rows of this list as CSV, which every program reads',
    xlsx: 'All rows of this list as a workbook, with days, numbers and amounts as such',
  },
}

export const tagWords = {
  kind: { request: 'Request', asset: 'Thing', shipment: 'Shipment', article: 'Article' },
  copy: (reference: string) => `Copy ${reference}`,
  copied: 'Copied',
}

export const copyWords = {
  refused: 'Not copied. The browser does not let this page use the clipboard.',
}

export const fieldWords = {
  none: 'None',
  search: (label: string) => `Find in ${label.toLowerCase()}`,
  nothingFound: 'Nothing matches',
  change: (label: string, value: string) => `${label}: ${value}. Change`,
  clearDay: (label: string) => `Clear “${label}”`,
}

export const ledgerWords = {
  newSince: 'New since you looked',
  onlyTeam: 'only your team sees this',
  toNewest: 'To the newest',
  loadOlder: 'Show what came before',
  sending: 'Sending…',
  seen: (at: string) => `Seen ${at}`,
  fold: (name: string, count: number) => `${name} changed ${count} things`,
  timeline: 'History of this request',
  conversation: 'Conversation',
}

export const composerWords = {
  reply: 'Reply',
  note: 'Note',
  mode: 'Who reads this',
  message: 'Message',
  onlyTeam: 'Only your team sees this',
  attach: 'Attach a file',
  send: 'Send',
  addNote: 'Add note',
}

export const fileWords = {
  drop: 'Drop files here, paste a screenshot, or ',
  dropOne: 'Drop it here, or ',
  chooseOne: 'choose a file',
  choose: 'choose files',
  dropNow: 'Drop to attach',
  remove: (name: string) => `Remove ${name}`,
  retry: (name: string) => `Try ${name} again`,
  retryShort: 'Try again',
  list: 'Attached files',
  progress: (name: string) => `${name}, upload`,
  pasted: 'Screenshot',
  waiting: 'Waiting',
}

export const problemWords = {
  title: 'This did not work.',
  retry: 'Try again',
  reference: (id: string) => `Reference ${id}`,
  offline: {
    title: 'No connection to the server.',
    detail: 'What is on this page stays. Try again when you are back.',
  },
  byCode: {
    bug: {
      title: 'Something broke on our side.',
      detail: 'Nothing you typed is lost. Try again, or tell us the reference.',
    },
    unavailable: {
      title: 'The server is busy or restarting.',
      detail: 'Your text is safe. Try again in a moment.',
    },
    too_many: { title: 'One moment, please.', detail: 'Wait a little, then try again.' },
    not_found: {
      title: 'There is nothing here.',
      detail: 'It may have moved, or it belongs to somebody else.',
    },
    forbidden: { title: 'You cannot open this.', detail: 'Somebody with more rights on this desk can.' },
  },
}

export const listWords = {
  loading: 'Loading',
  slow: 'Still loading. The server is slow to answer.',
  newRows: (count: number) => `${count} new`,
  remove: (what: string) => `Remove filter ${what}`,
  is: 'is',
  isOneOf: 'is one of',
  countOf: (count: number) => `${count} values`,
  setFilter: (field: string) => `Filter by ${field}`,
}

export const saveWords = {
  changed: (fields: string) => `Not saved yet: ${fields}.`,
  save: 'Save changes',
  discard: 'Discard',
  region: 'Unsaved changes',
  conflictTitle: 'Somebody changed this meanwhile.',
  mine: 'Save mine',
  theirs: 'Keep theirs',
  yours: 'yours',
  now: 'now',
}

export const typedWords = {
  field: (word: string) => `Type ${word} to confirm`,
  wait: (word: string) => `Type ${word} first.`,
}

export const dialogWords = { cancel: 'Cancel', close: 'Close' }
export const toastWords = { undo: 'Undo', dismiss: 'Dismiss' }
export const timeWords = {
  now: 'just now',
  ago: (span: string) => `${span} ago`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => `${count} d`,
  late: (span: string) => `${span} late`,
  due: (at: string) => `Due ${at}`,
  was: (at: string) => `Was due ${at}`,
  today: 'Today',
  yesterday: 'Yesterday',
  todayInSentence: 'today',
  inZone: (time: string, zone: string) => `${time} in ${zone}`,
  tomorrowInSentence: 'tomorrow',
  yesterdayInSentence: 'yesterday',
}
