import { approvals } from './approvals.ts'
import { chat } from './chat.ts'
import { desks } from './desks.ts'
import { equipment } from './equipment.ts'
import { incidents } from './incidents.ts'
import type { Route } from './kit.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { requestDrafts } from './requestDrafts.ts'
import { requests } from './requests.ts'

/** A read without parameters, as the web asks for it. */
export type FirstRead = { route: Route<'read'>; input: { query?: Record<string, string | number> } }

/** The requests that the home speaks of. */
export const openOnesOfMine = {
  query: { requester: 'me', state: 'open,solved', sort: '-updatedAt', limit: 50 },
} as const

/** What the home asks the reader to decide. */
export const firstToApprove = { query: { limit: 20 } } as const

const everywhere: readonly FirstRead[] = [{ route: people.me, input: {} }]
const home: readonly FirstRead[] = [
  ...everywhere,
  { route: requests.list, input: openOnesOfMine },
  { route: approvals.mine, input: firstToApprove },
  { route: equipment.mine, input: {} },
  { route: incidents.list, input: {} },
  { route: chat.availability, input: { query: {} } },
  { route: desks.list, input: {} },
  { route: desks.catalog, input: {} },
  { route: notifications.unreadCount, input: {} },
]

/** What the catalogue shows above what can be asked for; it would push the rest down if it came later. */
const ask: readonly FirstRead[] = [
  ...everywhere,
  { route: desks.catalog, input: {} },
  { route: requestDrafts.list, input: {} },
  { route: incidents.list, input: {} },
  { route: approvals.mine, input: firstToApprove },
  { route: notifications.unreadCount, input: {} },
]

const ofPages: Readonly<Record<string, readonly FirstRead[]>> = { '/': home, '/ask': ask }

/** What a page reads before it can show anything. The server sends the answers along with the page. */
export const firstReads = (path: string): readonly FirstRead[] => ofPages[path] ?? everywhere
