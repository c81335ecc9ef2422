import type { Tx } from '../platform/db/transaction.ts'
import { planOf } from '../requests/journeys/plans.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { World } from './shapes.ts'

const hour = 3_600_000
const day = 24 * hour

/** How far each task is, in the order of the plan; who has it, by the mailbox. */
const states: readonly { status: 'SUBMITTED' | 'IN_PROGRESS' | 'RESOLVED'; who?: string }[] = [
  { status: 'IN_PROGRESS', who: 'ana' },
  { status: 'SUBMITTED' },
  { status: 'RESOLVED', who: 'omar' },
  { status: 'IN_PROGRESS', who: 'omar' },
  { status: 'RESOLVED', who: 'pablo' },
  { status: 'IN_PROGRESS', who: 'nuria' },
]

/** One onboarding that is under way, and how some orders and payments go on. */
export async function insertJourney(tx: Tx, world: World, companyId: string, now: Date): Promise<void> {
  await tx.run(noteOrders, [companyId])
  await tx.run(notePayments, [companyId])
  const random = makeRandom(`journey ${companyId}`)
  const types = world.requestTypes.filter((type) => type.companyId === companyId)
  const parentType = types.find(({ kind }) => kind === 'ONBOARDING')
  const lead = world.people.find(
    (one) => one.companyId === companyId && one.email.startsWith('joana.freitas@'),
  )
  if (!parentType || !lead) return
  const midnight = Math.floor(now.getTime() / day) * day
  const at = new Date(midnight - 9 * hour)
  const startDate = new Date(midnight + 16 * day).toISOString().slice(0, 10)
  const answers = {
    newcomerName: 'Noa Prieto',
    startDate,
    department: 'Facilities',
    site: 'Madrid',
    jobTitle: 'Building technician',
    equipment: ['LAPTOP', 'PHONE'],
    systems: ['ERP'],
    needsBadge: true,
  }
  const plan = planOf('ONBOARDING', answers)
  if (!plan) return
  const desks = new Map(
    world.desks.filter((one) => one.companyId === companyId).map((one) => [one.code, one]),
  )
  const numbers = await tx.query<{ id: string; value: number }>(
    `select substr(name, 6) as id, value::int from app.counters where company_id = $1 and name like 'desk:%'`,
    [companyId],
  )
  const drawn = new Map(numbers.map(({ id, value }) => [id, value]))
  const requests: Record<string, unknown>[] = []
  const lines: object[] = []
  const hr = [...desks.values()].find(({ id }) => id === parentType.deskId)
  const add = (
    desk: { id: string; prefix: string },
    {
      summary,
      description,
      typeId,
      fields,
    }: { summary: string; description: string | null; typeId: string | null; fields: object },
    { status, who }: (typeof states)[number],
  ): string => {
    const id = idAt(random, at.getTime())
    const number = (drawn.get(desk.id) ?? 0) + 1
    drawn.set(desk.id, number)
    const worker = who ? world.people.find(({ email }) => email === `${who}@harbour.example`) : undefined
    const resolvedAt = status === 'RESOLVED' ? new Date(at.getTime() + 5 * hour) : null
    requests.push({
      companyId,
      id,
      referenceNumber: `${desk.prefix}-${number}`,
      number,
      serviceDeskId: desk.id,
      requestTypeId: typeId,
      formVersionId: null,
      requesterId: lead.id,
      requesterEmail: lead.email,
      createdById: lead.id,
      assignedToId: worker?.id ?? null,
      summary,
      description,
      priority: 'MEDIUM',
      impact: 'MEDIUM',
      urgency: 'MEDIUM',
      status,
      isConfidential: false,
      accessIncludesDesk: true,
      tags: [],
      customFields: fields,
      resolutionCode: resolvedAt ? 'FULFILLED' : null,
      resolutionText: resolvedAt ? 'All is ready for the first day.' : null,
      resolvedAt,
      reopenCount: 0,
      appealCount: 0,
      slaDueAt: resolvedAt ? null : new Date(at.getTime() + 8 * day),
      statusChangedAt: resolvedAt ?? at,
      lastActivityAt: resolvedAt ?? at,
      createdAt: at,
      updatedAt: resolvedAt ?? at,
      version: 1,
    })
    lines.push({
      companyId,
      id: idAt(random, at.getTime()),
      requestId: id,
      authorId: lead.id,
      authorName: `${lead.firstName} ${lead.lastName}`,
      activityType: 'SYSTEM',
      message: `${lead.firstName} ${lead.lastName} opened this request.`,
      isInternal: false,
      isSystemGenerated: true,
      metadata: { event: 'opened' },
      createdAt: at,
    })
    return id
  }
  if (!hr) return
  const parentId = add(
    hr,
    {
      summary: `Noa Prieto starts on ${startDate}`,
      description: null,
      typeId: parentType.id,
      fields: answers,
    },
    { status: 'IN_PROGRESS', who: 'nuria' },
  )
  const tasks = plan.tasks.flatMap((task, position) => {
    const desk = desks.get(task.deskCode as 'IT')
    if (!desk) return []
    const typeId = types.find(({ kind }) => kind !== null && kind === task.kind)?.id ?? null
    const fields = typeId ? (task.answers ?? {}) : {}
    const state = states[position] ?? { status: 'SUBMITTED' as const }
    const { summary, description, title } = task
    return [{ id: add(desk, { summary, description, typeId, fields }, state), title, position }]
  })
  await insertRows(tx, 'app.requests', requests)
  await insertRows(tx, 'app.request_activities', lines)
  await insertRows(
    tx,
    'app.request_links',
    tasks.map(({ id }) => ({
      companyId,
      id: idAt(random, at.getTime()),
      fromId: id,
      toId: parentId,
      kind: 'parent',
      createdById: lead.id,
      createdAt: at,
    })),
  )
  await insertRows(
    tx,
    'app.journey_tasks',
    tasks.map(({ id, title, position }) => ({ companyId, parentId, requestId: id, position, title })),
  )
  await tx.run(hangOnForms, [companyId, requests.map(({ id }) => id)])
  await tx.run(
    `update app.counters c set value = greatest(c.value, r.number)
     from (select service_desk_id, max(number) as number from app.requests where company_id = $1 group by 1) r
     where c.company_id = $1 and c.name = 'desk:' || r.service_desk_id`,
    [companyId],
  )
}

const hangOnForms = `
  update app.requests r set form_version_id = f.published_version_id
  from app.request_types t join app.forms f on f.company_id = t.company_id and f.id = t.form_id
  where r.company_id = $1 and r.id = any ($2::uuid[]) and t.company_id = $1 and t.id = r.request_type_id`

// The newest equipment that the desk has in hands, and the newest that was delivered.
const noteOrders = `
  insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at)
  select $1, r.id, case when r.status = 'RESOLVED'
      then jsonb_build_object('procurementStatus', 'DELIVERED', 'orderNumber', 'PO-' || (2000 + r.number % 900))
      else jsonb_build_object('procurementStatus', 'ORDERED', 'orderNumber', 'PO-' || (2000 + r.number % 900)) end,
    r.assigned_to_id, r.updated_at
  from (select r.*, row_number() over (partition by r.status order by r.created_at desc, r.id) as place
    from app.requests r join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
    where r.company_id = $1 and t.kind = 'HARDWARE' and r.assigned_to_id is not null
      and r.status in ('IN_PROGRESS', 'WAITING', 'RESOLVED')) r
  where place <= 3`

// The newest claims that were settled are paid.
const notePayments = `
  insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at)
  select $1, r.id, jsonb_build_object('paymentStatus', 'PAID', 'paymentDate', to_char(r.resolved_at, 'YYYY-MM-DD'),
      'paymentReference', 'EXP ' || r.reference_number), r.assigned_to_id, r.updated_at
  from app.requests r join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
  where r.company_id = $1 and t.kind = 'EXPENSE' and r.assigned_to_id is not null and r.status = 'RESOLVED'
    and r.resolution_code is distinct from 'WITHDRAWN' and r.custom_fields ? 'lineItems'
  order by r.created_at desc limit 4`
