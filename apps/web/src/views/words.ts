import type {
  QueryField,
  RequestSort,
  ViewColumn,
  ViewDensity,
  ViewGrouping,
  ViewLayout,
} from '@deskhand/contract'
import type { z } from 'zod'

export const fieldNames: Record<QueryField, string> = {
  status: 'Status',
  is: 'It',
  priority: 'Priority',
  assignee: 'Assignee',
  requester: 'Requester',
  desk: 'Desk',
  team: 'Team',
  type: 'Type',
  category: 'Category',
  tag: 'Tag',
  field: 'Field',
  department: 'Department',
  site: 'Site',
  region: 'Region',
  unit: 'Business unit',
  due: 'Due',
  created: 'Opened',
  updated: 'Changed',
  resolved: 'Resolved',
}

export const flagNames: Record<string, string> = {
  open: 'open',
  solved: 'solved, not closed',
  closed: 'closed',
  risk: 'at risk',
  vip: 'from a VIP',
  unread: 'unread',
  confidential: 'confidential',
  snoozed: 'snoozed',
  woken: 'back from snooze',
}

export const peopleNames: Record<string, string> = { me: 'me', none: 'nobody', mine: 'my desks' }

export const filterWords = {
  filter: 'Filter',
  add: 'Add a filter',
  of: (count: number) => (count === 1 ? '1 filter' : `${count} filters`),
  showAll: 'Show the filters of this view',
  field: 'Filter by',
  value: (field: string) => `${field} is`,
  is: 'is',
  isNot: 'is not',
  filled: (label: string) => `${label} is filled in`,
  yesNo: ['Yes', 'No'],
  isOneOf: 'is one of',
  isNoneOf: 'is none of',
  turn: (field: string, operator: string) => `${operator}: turn the filter of ${field} round`,
  change: (field: string, value: string) => `${field}: ${value}. Change`,
  remove: (words: string) => `Remove: ${words}`,
  query: 'Filters as text',
  queryHint: 'status:waiting assignee:me due:<4h "vpn drops"',
  time: {
    in: (span: string) => `in less than ${span}, or overdue`,
    after: (span: string) => `in more than ${span}`,
    younger: (span: string) => `less than ${span} ago`,
    older: (span: string) => `more than ${span} ago`,
    before: (day: string) => `before ${day}`,
    from: (day: string) => `after ${day}`,
    on: (day: string) => `on ${day}`,
    words: {
      today: 'today',
      tomorrow: 'tomorrow',
      yesterday: 'yesterday',
      overdue: 'overdue',
      none: 'never',
    },
    units: { m: 'min', h: 'h', d: 'd', w: 'wk' } as Record<string, string>,
  },
}

export const lookWords = {
  look: 'How it looks',
  layout: 'Layout',
  grouping: 'Grouped by',
  noGrouping: 'What needs an answer first',
  sort: 'Sorted by',
  columns: 'Columns',
  density: 'Rows',
  usual: 'As in my profile',
  layouts: { list: 'List', table: 'Table', board: 'Board' } satisfies Record<ViewLayout, string>,
  groupings: {
    status: 'Status',
    assignee: 'Assignee',
    priority: 'Priority',
    desk: 'Desk',
    site: 'Site',
    type: 'Type',
  } satisfies Record<ViewGrouping, string>,
  sorts: {
    slaDueAt: 'due first',
    '-slaDueAt': 'due last',
    createdAt: 'oldest first',
    '-createdAt': 'newest first',
    updatedAt: 'longest untouched',
    '-updatedAt': 'last changed',
    priority: 'least urgent first',
    '-priority': 'most urgent first',
  } satisfies Record<RequestSort, string>,
  densities: { compact: 'Compact', regular: 'Regular', roomy: 'Roomy' } satisfies Record<
    z.output<typeof ViewDensity>,
    string
  >,
}

export const columnNames: Record<ViewColumn, string> = {
  status: 'Status',
  reference: 'Number',
  summary: 'Title',
  requester: 'Requester',
  department: 'Department',
  priority: 'Priority',
  assignee: 'Assignee',
  team: 'Team',
  desk: 'Desk',
  due: 'Due',
  created: 'Opened',
  updated: 'Changed',
  tags: 'Tags',
  waiting: 'Waits for',
}

export const viewWords = {
  own: 'My views',
  shared: 'Shared views',
  pinned: 'Pinned',
  custom: 'Custom filter',
  changed: 'Changed',
  update: 'Update view',
  saveAs: 'Save as…',
  reset: 'Back to the view',
  saveTitle: 'Save this view',
  save: 'Save view',
  name: 'Name',
  sharing: 'Who has it',
  sharings: {
    ME: 'Only me',
    TEAM: 'A team of mine',
    DESK: 'Everyone at a desk',
    COMPANY: 'Everyone who works on requests',
  },
  desk: 'Desk',
  team: 'Team',
  onlyLead: 'Only a supervisor shares views with a desk or with everyone.',
  limits: 'At most per column',
  limitsHelp: 'A board column with more cards says so. Leave empty for no limit.',
  saved: (name: string) => `“${name}” is saved.`,
  updated: (name: string) => `“${name}” is updated.`,
  deleted: (name: string) => `“${name}” is deleted.`,
  failed: (sentence: string) => `Not saved. ${sentence}`,
  more: (name: string) => `Arrange ${name}`,
  pin: 'Pin',
  unpin: 'Unpin',
  up: 'Move up',
  down: 'Move down',
  rename: 'Rename or share…',
  delete: 'Delete view',
  choose: 'Choose a view',
  jump: (position: number, name: string) => `Go to ${name} (pin ${position})`,
  link: 'Copy the link',
  copied: 'The link is copied.',
}

export const boardWords = {
  before: (count: number) => (count === 1 ? 'One column before these' : `${count} columns before these`),
  after: (count: number) => (count === 1 ? 'One column after these' : `${count} columns after these`),
  blocked: (titles: readonly string[]) =>
    titles.length === 1
      ? `Before it is resolved: ${titles[0]}`
      : `Before it is resolved: ${titles[0]} and ${titles.length - 1} more`,
  column: (name: string, count: number) => `${name}, ${count}`,
  over: (count: number, limit: number) => `${count} of at most ${limit}`,
  empty: 'Nothing here',
  more: 'Show more',
  move: 'Move to…',
  moveTitle: (reference: string) => `Move ${reference} to`,
  moved: (reference: string, column: string) => `${reference}: ${column}.`,
  noGroup: 'The board needs columns.',
  notMovable: {
    site: 'A request stays at the site at which it was asked for.',
    desk: 'Hand a request to another desk on the request itself.',
    type: 'Change the type on the request itself.',
  },
  onlyStaff: 'Only the people of this desk can move it.',
  notMember: (name: string) => `${name} does not work at this desk.`,
  onlySupervisor: 'Somebody has it. Only a supervisor of this desk gives it to somebody else.',
  dragged: (reference: string) => `${reference} is picked up. Columns that it cannot go to say why.`,
}

export const peekWords = {
  title: (reference: string) => `Peek at ${reference}`,
  open: 'Open fully',
}

export const viewCommands = {
  filter: 'Add a filter',
  clear: 'Clear my filters',
  removeLast: 'Remove the last filter',
  layout: 'Change the layout',
  grouping: 'Change the grouping',
  save: 'Save as a view',
  peek: 'Peek',
  move: 'Move to…',
  snooze: 'Snooze',
}

export const emptyWords = {
  first: 'Nothing waiting here.',
  firstAbout: 'New requests appear by themselves.',
  filtered: 'Nothing matches these filters.',
  clear: 'Clear my filters',
}
