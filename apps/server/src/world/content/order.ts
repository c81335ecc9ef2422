import type { ViewGrouping, ViewLayout } from '@deskhand/contract'

/** Where the companies are: units hold regions, regions hold sites. */
export const places: Record<
  string,
  readonly [kind: 'UNIT' | 'REGION' | 'SITE', name: string, parent: string | null][]
> = {
  'harbour-pine': [
    ['UNIT', 'Studios and shops', null],
    ['UNIT', 'Workshops', null],
    ['REGION', 'Spain', 'Studios and shops'],
    ['REGION', 'Portugal', 'Workshops'],
    ['SITE', 'Madrid', 'Spain'],
    ['SITE', 'Bilbao', 'Spain'],
    ['SITE', 'Porto', 'Portugal'],
  ],
  foxglove: [
    ['SITE', 'Bristol', null],
    ['SITE', 'London', null],
  ],
}

/** Other words for tags, for whoever types them. */
export const aliases: Record<string, string> = { 'remote-access': 'vpn', wlan: 'wifi', notebook: 'laptop' }

type ViewText = {
  name: string
  /** The desk whose supervisor shares it; nobody's is the company's. */
  desk: 'IT' | 'HR' | 'FINANCE' | 'FACILITIES' | null
  where: string
  sort?: string
  grouping?: ViewGrouping
  columns?: string[]
  layout?: ViewLayout
  limits?: Record<string, number>
}

export const sharedViews: readonly ViewText[] = [
  {
    name: 'Shift board',
    desk: 'IT',
    where: 'desk:IT is:open -is:snoozed',
    layout: 'board',
    grouping: 'status',
    limits: { IN_PROGRESS: 30, WAITING: 25 },
  },
  {
    name: 'By technician',
    desk: 'IT',
    where: 'desk:IT is:open -status:waiting,action_required -is:snoozed',
    grouping: 'assignee',
  },
  {
    name: 'Who waits for papers',
    desk: 'HR',
    where: 'desk:HR status:waiting,action_required',
    sort: 'updatedAt',
  },
  {
    name: 'Money this month',
    desk: 'FINANCE',
    where: 'desk:FINANCE is:open created:<30d',
    layout: 'table',
    grouping: 'type',
    columns: ['status', 'reference', 'summary', 'requester', 'department', 'assignee', 'due', 'created'],
  },
  { name: 'Round by site', desk: 'FACILITIES', where: 'desk:FACILITIES is:open', grouping: 'site' },
  {
    name: 'Untouched for a week',
    desk: null,
    where: 'desk:mine is:open updated:>7d -is:snoozed',
    sort: 'updatedAt',
    layout: 'table',
  },
]

export const ownView = { name: 'Due by tomorrow', where: 'assignee:me is:open due:<1d -is:snoozed' }
