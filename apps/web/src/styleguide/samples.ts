import type { PendingFile } from '../ui/AttachmentTray.tsx'

const minute = 60_000
const day = 24 * 60 * minute

/** A time so long ago; negative for what lies ahead. */
export const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString()

/** Two days ago at a clock time, as the pictures show it. */
export function lately(daysBack: number, hour: number, minutes: number) {
  const at = new Date(Date.now() - daysBack * day)
  at.setHours(hour, minutes, 0, 0)
  return at.toISOString()
}

export const pendingFiles: PendingFile[] = [
  {
    id: 'a',
    name: 'Screenshot 10-42-07.png',
    size: 214_300,
    type: 'image/png',
    state: 'sending',
    progress: 62,
  },
  { id: 'b', name: 'vpn.log', size: 12_100, type: 'text/plain', state: 'done', progress: 100 },
  {
    id: 'c',
    name: 'recording.mov',
    size: 81_000_000,
    type: 'video/quicktime',
    state: 'failed',
    progress: 0,
    problem: 'A file may be at most 50 MB. This one is 81 MB.',
  },
]

export type QueueSample = {
  key: string
  group: string
  state: 'SUBMITTED' | 'IN_PROGRESS' | 'WAITING'
  title: string
  meta: string
  snippet?: string
  typing?: string
  due: number | 'paused'
  isUnread?: boolean
}

export const queue: QueueSample[] = [
  {
    key: 'IT-4921',
    group: 'Needs an answer',
    state: 'SUBMITTED',
    title: 'VPN drops every 20 minutes since this morning',
    meta: 'Marta Gil, Finance',
    typing: 'Luis is typing…',
    due: 24 * minute,
    isUnread: true,
  },
  {
    key: 'IT-4907',
    group: 'Needs an answer',
    state: 'IN_PROGRESS',
    title: 'New starter kit for Inés Prat, 1 December',
    meta: 'Jorge Vidal, Design',
    snippet: 'can she have the 14-inch',
    due: 27 * 60 * minute,
  },
  {
    key: 'IT-4899',
    group: 'Needs an answer',
    state: 'IN_PROGRESS',
    title: 'Projector in room Ebro shows only green',
    meta: 'Reception, HQ',
    snippet: 'Still green, meeting at 12',
    due: -40 * minute,
    isUnread: true,
  },
  {
    key: 'IT-4893',
    group: 'In hand',
    state: 'IN_PROGRESS',
    title: 'Replace battery, swollen trackpad',
    meta: 'Omar Haddad, Sales',
    snippet: 'part on its way',
    due: 2.2 * day,
  },
  {
    key: 'IT-4881',
    group: 'In hand',
    state: 'WAITING',
    title: 'Access to the payroll share for auditors',
    meta: 'Ruth Kim, Audit',
    snippet: 'waiting for approval',
    due: 'paused',
  },
  {
    key: 'FA-0312',
    group: 'In hand',
    state: 'SUBMITTED',
    title: 'Badge does not open the bike store',
    meta: 'Leo Brandt, Ops',
    snippet: 'worked until Friday',
    due: 3.2 * day,
  },
  {
    key: 'IT-4850',
    group: 'In hand',
    state: 'IN_PROGRESS',
    title: 'Quarterly phone lease, 38 devices to return',
    meta: 'Ana Ruiz, IT',
    snippet: '31 of 38 scanned',
    due: 5.2 * day,
  },
]
