import { type BodyOf, successors } from '@deskhand/contract'
import { type DeskFact, type DeskFacts, deskFacts, periodsOf } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import {
  about,
  addActivity,
  isStaff,
  loadRequest,
  type RequestRecord,
  turnClocks,
} from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { isOpen } from '../../requests/rules.ts'
import { words as requestWords } from '../../requests/words.ts'
import { words } from '../words.ts'

type Body = BodyOf<typeof successors.transfer>
type Facts = { isMember: boolean; isListed: boolean; hasMerged: boolean; isAnonymous: boolean }

/** Moves a request to another desk: a number there, the old one as another name of it. */
export const transfer = handle(successors.transfer, async (inside) => {
  const { tx, actor, params, body, record, platform } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const facts = await deskFacts(platform, tx)
  const desk = facts.desk(body.serviceDeskId ?? body.serviceDeskCode ?? '')
  if (!isStaff(actor, request)) throw new Stop('forbidden', requestWords.onlyDesk)
  if (!desk?.isActive) {
    throw refuseField(body.serviceDeskId ? 'serviceDeskId' : 'serviceDeskCode', requestWords.noSuchDesk)
  }
  const known = await factsOf(tx, actor, request, desk)
  const refusal = whyNot(actor, request, desk, known)
  if (refusal) throw new Stop('state', refusal)
  const requestTypeId = typeThere(facts, request, desk, body)
  // Row-level security lets nobody move what they would not see any more: on its list until it is moved.
  if (known.isAnonymous) await enlistForNow(tx, actor, request)
  const assignedToId = known.isMember ? request.assignedToId : null
  const referenceNumber = await renumber(tx, request, desk, { requestTypeId, assignedToId })
  const after = {
    ...request,
    serviceDeskId: desk.id,
    deskCode: desk.code,
    ...periodsOf(desk),
    referenceNumber,
    requestTypeId,
    assignedToId,
    assignedTeamId: null,
    ...(known.isAnonymous ? { accessIncludesDesk: true } : {}),
  }
  const clocks = await turnClocks({ tx, platform }, after, { cause: 'request.transferred', terms: 'DESK' })
  await Promise.all([save(tx, actor, request, clocks.columns), clocks.written])
  const data = { fromDeskId: request.serviceDeskId, toDeskId: desk.id, fromRef: request.referenceNumber }
  record('request.transferred', about(after), data, changesBetween(request, after))
  record('request.left_desk', about(request), { toDeskId: desk.id, toRef: referenceNumber })
  const said = words.transferred(actor.name, desk.name, referenceNumber)
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: body.reason ? `${said} ${body.reason}` : said,
    metadata: { event: 'transferred', fromReference: request.referenceNumber, toReference: referenceNumber },
  })
  if (known.isAnonymous) await forgetList(tx, request)
  return {
    id: request.id,
    referenceNumber,
    formerReferenceNumber: request.referenceNumber,
    serviceDeskId: desk.id,
    deskCode: desk.code,
  }
})

function whyNot(actor: Actor, request: RequestRecord, desk: DeskFact, facts: Facts): string | null {
  if (request.mergedIntoId) return requestWords.merged
  if (!isOpen(request) || request.closedAt) return words.settled
  if (desk.id === request.serviceDeskId) return words.sameDesk
  if (request.reviewKind === 'APPROVAL') return words.awaitsApproval
  if (facts.hasMerged) return words.hasMerged
  if (!request.isConfidential) return null
  if (facts.isAnonymous) return leads(actor, request) ? null : words.onlyLeads
  const staysReader =
    actor.id === request.requesterId ||
    facts.isListed ||
    (request.accessIncludesDesk && actor.desks.has(desk.id))
  return staysReader ? null : words.wouldLeaveYou
}

/** Who speaks for the desk at which it lies now. */
const leads = (actor: Actor, { serviceDeskId }: RequestRecord) =>
  actor.desks.get(serviceDeskId) === 'SUPERVISOR'

/** A report without a name is read by the desk at which it lies, and by nobody whom another desk put on a list. */
async function forgetList(tx: Tx, { companyId, id }: RequestRecord): Promise<void> {
  await tx.run('update app.requests set access_includes_desk = true where company_id = $1 and id = $2', [
    companyId,
    id,
  ])
  await tx.run('delete from app.request_access where company_id = $1 and request_id = $2', [companyId, id])
}

async function enlistForNow(tx: Tx, actor: Actor, { companyId, id }: RequestRecord): Promise<void> {
  await tx.run(
    `insert into app.request_access (company_id, request_id, person_id) values ($1, $2, $3) on conflict do nothing`,
    [companyId, id, actor.id],
  )
}

/** The kind that was named, else the one of the same name there. */
function typeThere(facts: DeskFacts, request: RequestRecord, desk: DeskFact, body: Body): string | null {
  if (body.requestTypeId === undefined) {
    const name = request.requestTypeId === null ? undefined : facts.type(request.requestTypeId)?.name
    const there = facts.types.find((type) => type.deskId === desk.id && type.name === name && type.isActive)
    return there?.id ?? null
  }
  if (body.requestTypeId === null) return null
  const type = facts.type(body.requestTypeId)
  if (!type?.isActive || type.deskId !== desk.id) {
    throw refuseField('requestTypeId', requestWords.noSuchType)
  }
  return type.id
}

async function factsOf(tx: Tx, actor: Actor, request: RequestRecord, desk: DeskFact): Promise<Facts> {
  const [facts] = await tx.query<Facts>(
    `select exists (select from app.desk_members m where m.company_id = $1 and m.desk_id = $3
         and m.person_id = $4) as "isMember",
       exists (select from app.request_access a where a.company_id = $1 and a.request_id = $2
         and a.person_id = $5) as "isListed",
       exists (select from app.requests s where s.company_id = $1 and s.merged_into_id = $2) as "hasMerged",
       exists (select from app.people p where p.company_id = $1 and p.id = $6 and p.is_anonymous) as "isAnonymous"`,
    [request.companyId, request.id, desk.id, request.assignedToId, actor.id, request.requesterId],
  )
  if (!facts) throw new Error('A select without tables answered nothing.')
  return facts
}

/** Draws the next number of the other desk, and keeps the old one as an alias. */
async function renumber(
  tx: Tx,
  request: RequestRecord,
  desk: DeskFact,
  { requestTypeId, assignedToId }: { requestTypeId: string | null; assignedToId: string | null },
): Promise<string> {
  const [drawn] = await tx.query<{ value: number }>(
    `insert into app.counters as c (company_id, name, value) values ($1, $2, 1)
     on conflict (company_id, name) do update set value = c.value + 1 returning value`,
    [request.companyId, `desk:${desk.id}`],
  )
  if (!drawn) throw new Error('The counter drew nothing.')
  const referenceNumber = `${desk.prefix}-${drawn.value}`
  await tx.run(
    `with kept as (
       insert into app.request_aliases (company_id, reference_number, request_id) values ($1, $3, $2)
       on conflict do nothing)
     update app.requests set service_desk_id = $4, number = $5, reference_number = $6, request_type_id = $7,
       assigned_to_id = $8, assigned_team_id = null
     where company_id = $1 and id = $2`,
    [
      request.companyId,
      request.id,
      request.referenceNumber,
      desk.id,
      drawn.value,
      referenceNumber,
      requestTypeId,
      assignedToId,
    ],
  )
  return referenceNumber
}
