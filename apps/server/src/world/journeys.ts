import { type Answers, dayWords, type JourneyKind, standardJourneys } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { factsOf, type JourneyFacts, tasksOf } from '../requests/journeys/plans.ts'
import { insertRows } from './insertRows.ts'
import { plainRequest } from './plainRequest.ts'
import { idAt, makeRandom } from './random.ts'
import { settleNumbers } from './settleNumbers.ts'
import type { Desk, World } from './shapes.ts'

const hour = 3_600_000
const day = 24 * hour

type State = { status: 'SUBMITTED' | 'IN_PROGRESS' | 'RESOLVED'; who?: string }
type Journey = {
  kind: JourneyKind
  /** The mailbox of whoever began it. */
  lead: string
  beganAt: number
  summary: string
  answers: Answers
  facts: JourneyFacts
  /** How far each task is, in the order of the plan; who has it, by the mailbox. */
  states: readonly State[]
}

/** One onboarding and one offboarding that are under way. */
export async function insertJourneys(tx: Tx, world: World, companyId: string, now: Date): Promise<void> {
  const midnight = Math.floor(now.getTime() / day) * day
  const dayAt = (days: number) => new Date(midnight + days * day).toISOString().slice(0, 10)
  const people = world.people.filter((one) => one.companyId === companyId)
  const lead = people.find(({ email }) => email.startsWith('joana.freitas@'))
  const leaver = people.find(({ id, managerId, site, state }) => {
    return id !== lead?.id && managerId === lead?.id && site === lead?.site && state === 'ACTIVE'
  })
  if (!lead || !leaver) return
  const newcomer: Answers = {
    newcomerName: 'Noa Prieto',
    startDate: dayAt(16),
    department: 'Facilities',
    site: 'Madrid',
    jobTitle: 'Building technician',
    equipment: ['LAPTOP', 'PHONE'],
    systems: ['ERP'],
    needsBadge: true,
  }
  const leaves: Answers = {
    leaver: leaver.id,
    lastDay: dayAt(9),
    returns: ['LAPTOP', 'PHONE'],
    hasBadge: true,
  }
  const name = `${leaver.firstName} ${leaver.lastName}`
  const named = {
    id: leaver.id,
    name,
    department: leaver.department,
    site: leaver.site,
    job: leaver.jobTitle,
  }
  await insertJourney(tx, world, companyId, {
    kind: 'ONBOARDING',
    lead: lead.id,
    beganAt: midnight - 9 * hour,
    summary: `Noa Prieto starts on ${dayWords(dayAt(16))}`,
    answers: newcomer,
    facts: factsOf('ONBOARDING', newcomer, []),
    states: [
      { status: 'IN_PROGRESS', who: 'ana' },
      { status: 'SUBMITTED' },
      { status: 'RESOLVED', who: 'omar' },
      { status: 'IN_PROGRESS', who: 'omar' },
      { status: 'RESOLVED', who: 'pablo' },
      { status: 'IN_PROGRESS', who: 'nuria' },
    ],
  })
  await insertJourney(tx, world, companyId, {
    kind: 'OFFBOARDING',
    lead: lead.id,
    beganAt: midnight - 8.5 * hour,
    summary: `${name} leaves on ${dayWords(dayAt(9))}`,
    answers: leaves,
    facts: factsOf('OFFBOARDING', leaves, [named]),
    states: [
      { status: 'SUBMITTED' },
      { status: 'IN_PROGRESS', who: 'ana' },
      { status: 'SUBMITTED' },
      { status: 'SUBMITTED' },
      { status: 'IN_PROGRESS', who: 'pablo' },
      { status: 'RESOLVED', who: 'nuria' },
    ],
  })
}

const done: Record<JourneyKind, string> = {
  ONBOARDING: 'All is ready for the first day.',
  OFFBOARDING: 'All is settled.',
}

async function insertJourney(tx: Tx, world: World, companyId: string, journey: Journey): Promise<void> {
  const { kind, states } = journey
  const at = new Date(journey.beganAt)
  const random = makeRandom(`${kind === 'ONBOARDING' ? 'journey' : kind} ${companyId}`)
  const types = world.requestTypes.filter((type) => type.companyId === companyId)
  const parentType = types.find((type) => type.kind === kind)
  const lead = world.people.find(({ id }) => id === journey.lead)
  if (!parentType || !lead) return
  const desks = new Map(
    world.desks.filter((one) => one.companyId === companyId).map((one) => [one.code, one]),
  )
  const numbers = await tx.query<{ id: string; value: number }>(
    `select substr(name, 6) as id, value::int from app.counters where company_id = $1 and name like 'desk:%'`,
    [companyId],
  )
  const drawn = new Map(numbers.map(({ id, value }) => [id, value]))
  const requests: ReturnType<typeof plainRequest>[] = []
  const lines: object[] = []
  const hr = [...desks.values()].find(({ id }) => id === parentType.deskId)
  const add = (
    desk: Pick<Desk, 'id' | 'prefix'>,
    {
      summary,
      description,
      typeId,
      fields,
    }: { summary: string; description: string | null; typeId: string | null; fields: object },
    { status, who }: State,
  ): string => {
    const id = idAt(random, at.getTime())
    const number = (drawn.get(desk.id) ?? 0) + 1
    drawn.set(desk.id, number)
    const worker = who ? world.people.find(({ email }) => email === `${who}@harbour.example`) : undefined
    const resolvedAt = status === 'RESOLVED' ? new Date(at.getTime() + 5 * hour) : null
    requests.push(
      plainRequest({
        companyId,
        id,
        desk,
        number,
        typeId,
        requester: lead,
        assignedToId: worker?.id ?? null,
        summary,
        description,
        fields,
        status,
        at,
        resolved: resolvedAt ? { at: resolvedAt, text: done[kind] } : null,
        dueAt: new Date(at.getTime() + 8 * day),
      }),
    )
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
    { summary: journey.summary, description: null, typeId: parentType.id, fields: journey.answers },
    { status: 'IN_PROGRESS', who: 'nuria' },
  )
  const plan = tasksOf(kind, standardJourneys[kind].steps, journey.answers, journey.facts)
  const tasks = plan.flatMap((task, position) => {
    const desk = desks.get(task.deskCode as 'IT')
    if (!desk) return []
    const typeId = types.find((one) => one.kind !== null && one.kind === task.kind)?.id ?? null
    const fields = typeId ? (task.answers ?? {}) : {}
    const state = states[position] ?? { status: 'SUBMITTED' as const }
    const { summary, description, title, dueOn } = task
    return [{ id: add(desk, { summary, description, typeId, fields }, state), title, dueOn, position }]
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
    tasks.map(({ id, title, dueOn, position }) => ({
      companyId,
      parentId,
      requestId: id,
      position,
      title,
      dueOn,
    })),
  )
  await settleNumbers(
    tx,
    companyId,
    requests.map(({ id }) => id),
  )
}
