import assert from 'node:assert/strict'
import {
  absences,
  bulkEdits,
  departmentKinds,
  departments,
  identity,
  journeys,
  rules,
} from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga, sofia, tom } from '../testing/people.ts'
import type { Ids } from './asking.ts'
import { handedOver } from './handOvers.ts'
import { hangOn } from './hung.ts'
import { agentsReported } from './reported.ts'
import { stocked } from './stocked.ts'

/** A record that a path can name, and who of its own company must not learn that it is there. */
export type Sample = { ids: Ids; requestId?: string; hiddenFrom?: readonly string[] }
/** By the path up to its last id. */
export type Register = Map<string, Sample[]>

export { exceptions, unopened } from './reasons.ts'

/** Where one of each is found, inside the company of whoever asks. */
const found: Record<string, string> = {
  '/management/calendars/:id': 'select id from app.calendars where not is_default',
  '/management/sla-policies/:id': 'select id from app.sla_policies where retired_at is null',
  '/service-desks/:id': `select id from app.desks where code = 'HR'`,
  '/management/service-desks/:id': `select id from app.desks where code = 'HR'`,
  '/support/categories/:id': 'select id from app.categories',
  '/management/request-types/:id': 'select id from app.request_types where is_active',
  '/catalog/items/:id': 'select id from app.request_types where is_active and form_id is not null',
  '/management/forms/:id': 'select id from app.forms where deleted_at is null',
  '/management/request-templates/:id': 'select id from app.request_templates',
  '/audit-logs/:id': `select max(id)::text as id from app.events where name = 'request.assigned' and not is_confidential`,
  '/teams/:id': 'select id from app.teams',
  '/management/teams/:id': 'select id from app.teams',
  '/management/escalation-policies/:id': 'select id from app.escalation_policies',
  '/floor-plans/:id/picture': 'select id from app.floor_plans',
  '/management/floor-plans/:id': 'select id from app.floor_plans where retired_at is null',
  '/management/webhooks/:id': 'select id from app.webhooks where deleted_at is null',
  '/management/webhooks/:id/deliveries/:deliveryId': `select webhook_id as id, id as "deliveryId" from app.webhook_deliveries`,
  '/licences/:id': 'select id from app.licences where sealed_key is null',
  '/licences/:id/seats/:seatId': 'select licence_id as id, id as "seatId" from app.licence_seats',
  '/licences/:id/terms/:termId': 'select licence_id as id, id as "termId" from app.licence_terms',
  '/certificates/:id': 'select id from app.certificates',
  '/imports/:id': 'select id from app.imports',
  '/alerts/:id': `select id from app.alerts where state = 'OPEN'`,
  '/management/alert-rules/:id': 'select id from app.alert_rules',
  '/corrections/:id': `select id from app.corrections where state = 'PROPOSED'`,
  '/management/custom-fields/:id': 'select id from app.custom_fields',
  '/management/cost-centers/:id': 'select id from app.cost_centers',
  '/management/approval-policies/:id': 'select id from app.approval_policies where retired_at is null',
  '/support/tags/:id': 'select id from app.tags where merged_into_id is null',
  '/management/business-units/:id': 'select id from app.business_units where parent_id is not null',
  '/incidents/major/:id': 'select id from app.incidents where ended_at is null',
  '/requests/recurring/:id': 'select id from app.request_plans where deleted_at is null',
  '/support/checklist-templates/:id': 'select id from app.checklist_templates',
  '/support/canned-responses/:id': 'select id from app.canned_responses where owner_id is null',
  '/support/macros/:id': 'select id from app.macros',
  '/management/automation-rules/:id': 'select id from app.rules where deleted_at is null',
  '/requests/:id/macros/:macroId': `select m.id as "macroId", r.id from app.macros m
    join app.desks d on d.id = m.desk_id and d.code = 'IT'
    join app.requests r on r.service_desk_id = d.id where r.deleted_at is null and not r.is_confidential`,
  '/management/forms/:id/versions/:versionId': `select form_id as id, id as "versionId" from app.form_versions`,
  '/management/service-desks/:id/assignees/:personId': `select desk_id as id, person_id as "personId"
    from app.desk_members where desk_id = (select id from app.desks where code = 'IT')`,
}

async function findOne(desk: Desk, email: string, sql: string): Promise<Ids | undefined> {
  const [one] = await desk.rows<Ids>(email, `select * from (${sql}) one order by 1 limit 1`)
  return one
}

/** What belongs to one person alone; nobody else of the company sees it. */
async function personal(desk: Desk): Promise<[string, Sample][]> {
  const others = (...own: string[]) =>
    [marta, jorge, ana, luis, sofia, nuria, elena].filter((email) => !own.includes(email))
  const away = await desk
    .as(marta)
    .call(absences.create, { body: { fromDate: '2030-01-07', untilDate: '2030-01-09' } })
  const body = { email: sofia, password: 'demo-demo-demo' }
  assert.equal((await desk.call(identity.login, { body })).status, 200)
  const sessions = await desk.as(sofia).call(identity.sessions)
  const note = `select id from app.notifications where person_id = '${(await desk.who(ana)).personId}' and plan_id is null`
  const view = `select id from app.views where sharing = 'ME' and owner_id = '${(await desk.who(ana)).personId}'`
  const viewId = (await findOne(desk, ana, view))?.['id']
  return [
    ['/users/me/absences/:id', { ids: { id: away.data.id }, hiddenFrom: others(marta) }],
    [
      '/auth/sessions/:id',
      {
        ids: { id: sessions.data.data.find(({ isCurrent }) => !isCurrent)?.id ?? '' },
        hiddenFrom: others(sofia),
      },
    ],
    ['/notifications/:id', { ids: (await findOne(desk, ana, note)) ?? {}, hiddenFrom: others(ana) }],
    ['/views/:id', { ids: { id: viewId ?? '' }, hiddenFrom: others(ana) }],
  ]
}

/** What the demo world has none of. */
async function made(desk: Desk, request: Ids): Promise<[string, Sample][]> {
  const bulk = await desk.as(ana).call(bulkEdits.edit, {
    // No worker runs here that could end it.
    headers: { prefer: 'respond-async' },
    body: { requestIds: [request['id'] ?? ''], action: { priority: 'HIGH' } },
  })
  const operationId = bulk.data.operationId ?? ''
  const step = { title: 'Account', deskCode: 'IT', summary: 'Account for {name}' }
  const journey = await desk.as(elena).call(journeys.addTemplate, {
    body: { kind: 'ONBOARDING', name: 'Workshop', department: 'IT', steps: [step] },
  })
  const rule = await findOne(desk, elena, found['/management/automation-rules/:id'] ?? '')
  const tried = await desk.as(elena).call(rules.dryRun, { params: { id: rule?.['id'] ?? '' }, body: {} })
  const mailId = newId()
  await desk.rows(
    elena,
    `insert into app.mails (company_id, id, kind, cause, to_address, message_id, subject, state)
     select company_id, $1::uuid, 'receipt', 'matrix', 'jorge@harbour.example', $1::uuid::text, 'A mail', 'FAILED'
     from app.companies`,
    [mailId],
  )
  const personId = (await desk.who(jorge)).personId
  const hiddenFrom = [luis, marta, nuria]
  return [
    ['/operations/:id', { ids: { id: operationId }, hiddenFrom }],
    ['/undo/:operationId', { ids: { operationId }, hiddenFrom }],
    ['/management/journey-templates/:id', { ids: { id: journey.data.id ?? '' } }],
    ['/management/rule-dry-runs/:id', { ids: { id: tried.data.id } }],
    ['/management/outbound-mails/:id', { ids: { id: mailId } }],
    ['/users/:id', { ids: { id: personId } }],
    ['/management/users/:id', { ids: { id: personId } }],
  ]
}

/** Requests of each kind and rounds of asking, as the demo world has them. */
async function worldly(desk: Desk, email: string): Promise<[string, Sample][]> {
  const samples: [string, Sample][] = []
  for (const [name, { get }] of Object.entries(departments)) {
    const kind = Reflect.get(departmentKinds, name)
    const one = await findOne(
      desk,
      email,
      `select r.id from app.requests r join app.request_types t on t.id = r.request_type_id
       where t.kind = '${kind}' and r.deleted_at is null`,
    )
    if (!one) continue
    const requestId = one['id'] ?? ''
    samples.push([get.path, { ids: one, requestId }])
    samples.push([`${get.path}/line-items/:lineId`, { ids: { ...one, lineId: 'none' }, requestId }])
  }
  const asked = await findOne(
    desk,
    email,
    'select id from app.requests where form_version_id is not null and deleted_at is null and not is_confidential',
  )
  if (asked) samples.push(['/requests/:id/form', { ids: asked, requestId: asked['id'] ?? '' }])
  const round = await findOne(
    desk,
    email,
    `select id, request_id as "requestId" from app.approvals where status = 'PENDING'`,
  )
  if (round)
    samples.push(['/approvals/:id', { ids: { id: round['id'] ?? '' }, requestId: round['requestId'] ?? '' }])
  return samples
}

const ofRequest = (ids: Ids): [string, Sample][] => {
  const requestId = ids['id'] ?? ''
  const chat = { ids: { id: ids['sessionId'] ?? '', messageId: ids['messageId'] ?? '' }, requestId }
  const children = [
    'activities/:activityId',
    'tasks/:taskId',
    'time-entries/:entryId',
    'attachments/:attachmentId',
  ]
  const more = ['links/:linkId', 'watchers/:watcherId', 'reply-draft/:draftId']
  return [
    ['/requests/:id', { ids, requestId }],
    ['/files/:id', { ids: { id: ids['attachmentId'] ?? '' }, requestId }],
    ...[...children, ...more].map((child): [string, Sample] => [
      `/requests/:id/${child}`,
      { ids, requestId },
    ]),
    ['/chat/sessions/:id', chat],
    ['/chat/sessions/:id/messages/:messageId', chat],
  ]
}

/** Records of both companies for every path, and the requests that they are children of. */
export async function openRegister(desk: Desk) {
  const own = await hangOn(desk, { requester: marta, worker: ana, code: 'IT' })
  const sibling = await hangOn(desk, { requester: marta, worker: ana, code: 'IT' })
  const otherDesk = await hangOn(desk, { requester: marta, worker: nuria, code: 'HR' })
  const secret = await hangOn(desk, { requester: marta, worker: nuria, code: 'HR', isConfidential: true })
  const foreign = await hangOn(desk, { requester: tom, worker: iris, code: 'IT' })

  const things = await handedOver(desk)
  const reports = await agentsReported(desk)
  const store = await stocked(desk, { ours: own['id'] ?? '', theirs: foreign['id'] ?? '' })

  const collect = (samples: [string, Sample][]): Register => {
    const register: Register = new Map()
    for (const [path, sample] of samples) register.set(path, [...(register.get(path) ?? []), sample])
    return register
  }
  const search = async (email: string): Promise<[string, Sample][]> => {
    const samples: [string, Sample][] = []
    for (const [path, sql] of Object.entries(found)) {
      const ids = await findOne(desk, email, sql)
      if (ids) samples.push([path, { ids }])
    }
    return samples
  }
  const ours = collect([
    ...[own, otherDesk, secret].flatMap(ofRequest),
    ...(await search(elena)),
    ...(await personal(desk)),
    ...(await made(desk, sibling)),
    ...(await worldly(desk, elena)),
    ...things.ours,
    ...reports.ours,
    ...store.ours,
  ])
  const theirs = collect([
    ...ofRequest(foreign),
    ...(await search(olga)),
    ...(await worldly(desk, olga)),
    ...things.theirs,
    ...reports.theirs,
    ...store.theirs,
  ])
  return { ours, theirs, own, sibling, foreign, secret }
}

/** The samples of a route: those of the longest path that it begins with. */
export function samplesOf(register: Register, path: string): Sample[] {
  const paths = [...register.keys()].filter((known) => path === known || path.startsWith(`${known}/`))
  const longest = paths.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? [] : (register.get(longest) ?? [])
}
