import {
  agreementFacts,
  columnsOf,
  type Policy,
  replay,
  standingOf,
  stepsOf,
  writeEntries,
} from '../agreements/access.ts'
import { touchClocks } from '../calendars/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { writeColumns } from '../sla/columns.ts'
import { lifeOf } from '../sla/episodes.ts'
import { calendarsOf, escalationsOf, policiesOf } from './content/promises.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Request, World } from './shapes.ts'

const day = 86_400_000
/** Older ones are closed for good, and nobody looks at their clocks. */
const remembered = 60 * day
const chunk = 500

/** The company's calendars and policies; before its requests, which go by them. */
export async function insertPromises(tx: Tx, world: World, companyId: string): Promise<void> {
  const company = world.companies.find(({ id }) => id === companyId)
  if (!company) return
  const random = makeRandom(`promises of ${company.slug}`)
  const at = company.createdAt.getTime()
  const deskIds = new Map<string, string>(
    world.desks.filter((desk) => desk.companyId === companyId).map(({ code, id }) => [code, id]),
  )
  const stamps = { companyId, version: 1, createdAt: company.createdAt, updatedAt: company.createdAt }
  const made = calendarsOf(company.slug).map((calendar) => ({ ...calendar, id: idAt(random, at) }))
  const idOf = new Map(made.map(({ name, id }) => [name, id]))
  await insertRows(
    tx,
    'app.calendars',
    made.map(({ id, name, zone, week, sites, isDefault }) => ({
      ...stamps,
      id,
      name,
      zone,
      week,
      sites,
      isDefault,
    })),
  )
  await insertRows(
    tx,
    'app.calendar_holidays',
    made.flatMap(({ id, holidays }) =>
      holidays.map((holiday) => ({ companyId, calendarId: id, ...holiday })),
    ),
  )
  await insertRows(
    tx,
    'app.calendar_desks',
    made.flatMap(({ id, desks }) =>
      desks.flatMap((code) => {
        const deskId = deskIds.get(code)
        return deskId ? [{ companyId, deskId, calendarId: id }] : []
      }),
    ),
  )
  const named = makeRandom(`escalations of ${company.slug}`)
  const escalations = escalationsOf(company.slug).map((one) => ({ ...one, id: idAt(named, at) }))
  await insertRows(
    tx,
    'app.escalation_policies',
    escalations.map((one) => ({ ...stamps, ...one })),
  )
  const policies = policiesOf(company.slug).map(({ desk, calendar, escalation, ...policy }, position) => ({
    ...policy,
    id: idAt(random, at),
    position,
    deskId: desk ? deskIds.get(desk) : null,
    calendarId: calendar ? idOf.get(calendar) : null,
    escalationPolicyId: escalations.find(({ name }) => name === escalation)?.id ?? null,
  }))
  await insertRows(
    tx,
    'app.sla_policies',
    policies.map((policy) => ({ ...stamps, isActive: true, requestTypeId: null, isVip: null, ...policy })),
  )
  await insertRows(
    tx,
    'app.sla_policy_versions',
    policies.map(({ id, ...body }) => ({
      companyId,
      policyId: id,
      version: 1,
      body,
      createdAt: stamps.createdAt,
    })),
  )
  if (made.length > 0) await touchClocks(tx)
}

type Line = Parameters<typeof lifeOf>[1][number]

/** Of a request, what its clocks go by. */
export type Promised = Pick<
  Request,
  | 'id'
  | 'companyId'
  | 'serviceDeskId'
  | 'requestTypeId'
  | 'requesterId'
  | 'createdById'
  | 'priority'
  | 'status'
  | 'reviewKind'
  | 'waitReason'
  | 'firstResponseAt'
  | 'createdAt'
  | 'closedAt'
>

/** Gives the requests that somebody may look at the clocks and ledgers that they would have if all had been lived. */
export async function keepPromises(
  tx: Tx,
  all: readonly Promised[],
  companyId: string,
  log: readonly object[],
  now: Date,
): Promise<void> {
  const facts = await agreementFacts(tx)
  const requests = all.filter(
    (one) =>
      one.companyId === companyId && (!one.closedAt || now.getTime() - one.createdAt.getTime() < remembered),
  )
  const standing = await standingOf(
    tx,
    facts,
    requests.map(({ requesterId }) => requesterId),
  )
  // Only logOf writes these lines, with the names of the table's columns.
  const lines = Map.groupBy(
    (log as readonly (Line & { subjectId: string })[]).filter(({ name }) =>
      /moved|replied|prioritised/.test(name),
    ),
    ({ subjectId }) => subjectId,
  )
  const counted = requests.map((request) => {
    const { begin, episodes } = lifeOf(
      { ...request, sla: null },
      lines.get(request.id) ?? [],
      standing(request.requesterId),
    )
    const { clocks, entries, terms } = replay(begin, episodes, facts, now.getTime())
    const taken = clocks.flatMap((clock) =>
      stepsOf({ ...clock, done: [] }, terms)
        .filter(({ step }) => clock.done.includes(step.id))
        .map(({ step, at }) => ({ clock, step, at })),
    )
    return { request, entries, taken, columns: columnsOf(clocks, terms, facts.version) }
  })
  for (let at = 0; at < counted.length; at += chunk) {
    const some = counted.slice(at, at + chunk)
    await writeColumns(
      tx,
      some.map(({ request, columns }) => ({ id: request.id, columns })),
    )
    await writeEntries(
      tx,
      some.flatMap(({ request, entries }) => entries.map((entry) => ({ requestId: request.id, entry }))),
    )
  }
  await insertRows(
    tx,
    'app.sla_steps',
    counted.flatMap(({ request, taken }) =>
      taken.map(({ clock, step, at }) => ({
        companyId,
        requestId: request.id,
        target: clock.target,
        round: clock.round,
        step: step.id,
        policyId: clock.policyId,
        action: step.action,
        dueAt: new Date(at),
        takenAt: new Date(at),
      })),
    ),
  )
}

export type WorldPolicy = Omit<
  Policy,
  | 'id'
  | 'version'
  | 'position'
  | 'isActive'
  | 'serviceDeskId'
  | 'requestTypeId'
  | 'isVip'
  | 'calendarId'
  | 'escalationPolicyId'
  | 'escalations'
> & { desk: string | null; calendar: string | null; escalation: string | null }
export type WorldEscalation = { name: string; steps: Policy['escalations'] }
