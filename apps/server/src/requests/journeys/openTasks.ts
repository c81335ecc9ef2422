import type { Answers, BodyOf, JourneyKind, Request, RequestKind, requests } from '@deskhand/contract'
import { deskFacts, type TypeFact } from '../../desks/access.ts'
import { stepsFor } from '../../journeys/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { about, type RequestRecord } from '../access.ts'
import { words } from '../words.ts'
import { factsOf, isJourney, type Named, namedIn, type Task, tasksOf } from './plans.ts'

type Body = BodyOf<typeof requests.create>
type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Open = (inside: Inside, body: Body) => Promise<Request>

/** Journeys are begun by the desk that leads them, by admins, and by whoever manages people. */
export async function mayStart(tx: Tx, actor: Actor, type: TypeFact | undefined): Promise<void> {
  if (!type || !isJourney(type.kind) || actor.isAdmin || actor.desks.has(type.deskId)) return
  const [row] = await tx.query<{ leads: boolean }>(
    `select exists (select from app.people p where p.company_id = $1 and p.manager_id = $2 and p.deleted_at is null) as leads`,
    [actor.companyId, actor.id],
  )
  if (!row?.leads) throw new Stop('forbidden', words.onlyLeads)
}

/**
 * Opens the requests that belong to a journey, as children of the one that begins it, in its own transaction: all
 * of them are there, or none and no parent. A plan has a handful of them, one after the other because each draws
 * the next number of its desk. `open` is how every request is opened.
 */
export async function openTasks(
  inside: Inside,
  parent: Request,
  kind: RequestKind | null,
  open: Open,
): Promise<void> {
  if (!isJourney(kind)) return
  const { desk } = await deskFacts(inside.platform, inside.tx)
  const tasks = await planned(inside.tx, kind, parent.customFields as Answers)
  const rows: { linkId: string; id: string; title: string; dueOn: string | null; position: number }[] = []
  for (const [position, task] of tasks.filter(({ deskCode }) => desk(deskCode)?.isActive).entries()) {
    const child = await openTask(inside, task, parent, open)
    const linkId = newId()
    rows.push({ linkId, id: child.id, title: task.title, dueOn: task.dueOn, position })
    inside.record('request.linked', about(child), { linkId, type: 'parent', otherId: parent.id })
  }
  await inside.tx.run(keep, [
    inside.actor.companyId,
    parent.id,
    inside.actor.id,
    clock.now(),
    JSON.stringify(rows),
  ])
}

/** What the plan for these people comes to. */
async function planned(tx: Tx, kind: JourneyKind, answers: Answers): Promise<Task[]> {
  const people = await tx.query<Named>(
    `select id, name, department, site, job_title as job from app.people
     where company_id = $1 and id::text = any ($2::text[]) and deleted_at is null`,
    [tx.whose.companyId, namedIn(kind, answers).map((id) => id.toLowerCase())],
  )
  const facts = factsOf(kind, answers, people)
  return tasksOf(kind, await stepsFor(tx, kind, facts.department), answers, facts)
}

/** As its kind with its answers; where a company asks otherwise, in plain words at the same desk. */
async function openTask(inside: Inside, task: Task, parent: Request, open: Open): Promise<Request> {
  const { typeOfKind } = await deskFacts(inside.platform, inside.tx)
  const type = task.kind ? typeOfKind(task.kind) : undefined
  const { summary, description, deskCode, answers = {} } = task
  const plain: Body = {
    serviceDeskCode: deskCode,
    summary,
    description,
    isConfidential: parent.isConfidential,
  }
  if (!type?.formVersionId) return open(inside, plain)
  try {
    return await open(inside, {
      ...plain,
      serviceDeskCode: undefined,
      requestTypeId: type.id,
      customFields: answers,
    })
  } catch (refusal) {
    // Answers are checked before anything is written, so nothing has to be taken back here.
    if (refusal instanceof Stop && refusal.code === 'rule') return open(inside, plain)
    throw refusal
  }
}

const keep = `
  with tasks as (
    select * from jsonb_to_recordset($5::jsonb) as t("linkId" uuid, id uuid, title text, "dueOn" date, position int)),
  linked as (
    insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
    select $1, "linkId", id, $2, 'parent', $3, $4 from tasks)
  insert into app.journey_tasks (company_id, parent_id, request_id, position, title, due_on)
  select $1, $2, id, position, title, "dueOn" from tasks`

/** Stops where a journey has open requests; what is hidden from who asks does not hold them up. */
export async function mustBeDone(
  tx: Tx,
  request: RequestRecord,
  kind: RequestKind | null | undefined,
): Promise<void> {
  if (!isJourney(kind)) return
  const open = await tx.query<{ title: string; reference: string }>(
    `select t.title, r.reference_number as reference from app.journey_tasks t
     join app.requests r on r.company_id = t.company_id and r.id = t.request_id
     where t.company_id = $1 and t.parent_id = $2 and r.deleted_at is null and r.status not in ('RESOLVED', 'REJECTED')
     order by t.position`,
    [request.companyId, request.id],
  )
  if (open.length === 0) return
  const named = open.map(({ title, reference }) => `${title} (${reference})`)
  throw new Stop('state', words.openOnJourney(named, open.length))
}
