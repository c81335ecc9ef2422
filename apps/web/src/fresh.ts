import type { Query, QueryClient } from '@tanstack/react-query'

/** What happened, as far as it tells which data on screen is old. `event`: its whole name, where it is one. */
export type Touched = { slice: string; ids: readonly string[]; event?: string }

/**
 * Which paths show a subject. An event names its subject (`request`, `person` …); a read is old when its path
 * starts with one of these and, where it is about one record, when that record is the subject.
 */
const shows: Record<string, readonly string[]> = {
  stock_take: ['/stock-takes'],
  kit: ['/kits'],
  asset: [
    '/disposals',
    '/stock-takes',
    '/assets',
    '/licences',
    '/kits',
    '/asset-reservations',
    '/reporting/assets',
    '/users/me/equipment',
    '/acceptances',
  ],
  asset_reservation: ['/asset-reservations', '/assets', '/users/me/equipment'],
  licence: ['/licences', '/users/:id/licences', '/assets/:id/licences', '/assets/:id/timeline', '/software'],
  certificate: ['/certificates'],
  signing_key: ['/companies'],
  acceptance: ['/acceptances', '/users/me/equipment'],
  request: [
    '/corrections',
    '/approvals',
    '/users/me/approvals',
    '/users/me/tasks',
    '/requests',
    '/it/',
    '/hr/',
    '/finance/',
    '/facilities/',
    '/views/counts',
    '/support',
    '/search',
    '/management/service-desks',
  ],
  person: ['/users', '/management/users', '/management/roles', '/teams'],
  view: ['/views'],
  tag: ['/support/tags', '/requests', '/views/counts'],
  unit: ['/business-units', '/management/business-units'],
  session: ['/auth/sessions'],
  company: ['/setting', '/platform', '/users/me'],
  // Among the news may be what was found this morning.
  notification: ['/notifications', '/alerts'],
  alert: ['/alerts'],
  alert_rule: ['/management/alert-rules', '/alerts'],
  team: ['/teams'],
  desk: [
    '/users/me',
    '/service-desks',
    '/catalog',
    '/teams',
    '/management/service-desks',
    '/support/categories',
    '/support/priorities',
    '/management/request-types',
  ],
  form: ['/management/forms', '/catalog', '/management/request-types', '/management/request-templates'],
  custom_field: ['/management/custom-fields', '/support/custom-fields', '/requests'],
  sla: ['/requests', '/management/sla-recompute'],
  calendar: ['/management/calendars', '/management/sla-recompute'],
  escalation_policy: [
    '/management/escalation-policies',
    '/management/sla-policies',
    '/management/sla-recompute',
  ],
  agreement: ['/management/sla-policies', '/management/escalation-policies', '/management/sla-recompute'],
  rule: ['/management/automation-rules', '/management/rule-dry-runs'],
  webhook: ['/management/webhooks'],
  enrollment_token: ['/management/discovery'],
  agent: ['/management/discovery'],
  discovery_conflict: ['/management/discovery', '/assets'],
  discovery_rules: ['/management/discovery'],
  software: ['/software', '/assets'],
  asset_category: ['/asset-categories', '/asset-models', '/management/asset-categories'],
  asset_model: ['/asset-models', '/asset-categories', '/manufacturers'],
  manufacturer: ['/manufacturers', '/asset-models'],
  location: ['/locations', '/management/locations'],
  floor_plan: ['/floor-plans'],
  disposal: ['/disposals'],
  found_page: ['/setting/found-page'],
  import: ['/imports'],
  rule_dry_run: ['/management/rule-dry-runs'],
  // Before operations, whose undoing may be of stock: the first that shows a path is the slice of its commands.
  stock_item: [
    '/stock-items',
    '/stock-reservations',
    '/requests/:id/parts',
    '/assets/:id/parts',
    '/assets/:id/timeline',
    '/users/me/stock',
    '/users/:id/stock',
  ],
  operation: ['/operations', '/undo', '/management/automation-rules', '/stock-items', '/support/tags'],
  incident: ['/incidents/major'],
  cost_center: ['/cost-centers', '/management/cost-centers'],
  exchange_rates: ['/exchange-rates'],
  plan: ['/requests/recurring'],
  payment_batch: ['/finance/payment-batches'],
  journey_template: ['/management/journey-templates'],
  leave_allowance: ['/hr/leave-allowances', '/hr/leave-balances'],
  absence: ['/users/me/absences', '/hr/leave-calendar'],
  survey: ['/requests/:id/satisfaction', '/reporting/satisfaction', '/satisfaction'],
  mail: ['/management/outbound-mails', '/demo/mailbox'],
}

const everywhere = ['/audit']

/**
 * What everybody at a desk hears of all day: a reply or a note changes these reads and no others, and what follows
 * from it (a move, a tag, somebody who follows) has events of its own.
 */
const afterReply: ReadonlySet<string> = new Set([
  '/requests',
  '/requests/counts',
  '/requests/groups',
  '/requests/:id',
  '/requests/:id/activities',
  '/requests/:id/attachments',
  '/requests/:id/chat',
  '/requests/:id/history',
  '/requests/:id/progress',
  '/requests/:id/seen',
  '/requests/:id/sla',
  '/support/queue',
  '/views/counts',
])

function isOld(query: Query, { slice, ids, event }: Touched) {
  const [path, input] = query.queryKey
  if (typeof path !== 'string') return false
  const isSaid = event === 'request.replied' || event === 'request.noted'
  // How much is unread in one's chats.
  if (isSaid && path === '/chat/sessions') return true
  if (isSaid && !afterReply.has(path) && !everywhere.some((prefix) => path.startsWith(prefix))) return false
  const prefixes = [...(shows[slice] ?? [`/${slice}`]), ...everywhere]
  if (!prefixes.some((prefix) => path.startsWith(prefix))) return false
  if (ids.length === 0 || typeof input !== 'object' || input === null || !('params' in input)) return true
  const { params } = input
  if (typeof params !== 'object' || params === null || !('id' in params)) return true
  return ids.includes(String(params.id))
}

const gap = 250
let waiting: Touched[] = []
let isPlanned = false
let last = 0

/** Fetches again what is on screen and old; at once when it is quiet, four times a second in a storm. */
export function refresh(client: QueryClient, touched: Touched) {
  waiting.push(touched)
  if (isPlanned) return
  isPlanned = true
  const flush = () => {
    const all = waiting
    waiting = []
    isPlanned = false
    last = Date.now()
    void client.invalidateQueries({ predicate: (query) => all.some((one) => isOld(query, one)) })
  }
  setTimeout(flush, Math.max(10, last + gap - Date.now()))
}

/** The slice that a path belongs to: `/requests/:id/tags` changes requests. */
export function sliceOf(path: string): string {
  const found = Object.entries(shows).find(([, prefixes]) =>
    prefixes.some((prefix) => path.startsWith(prefix)),
  )
  return found?.[0] ?? path.split('/')[1] ?? ''
}
