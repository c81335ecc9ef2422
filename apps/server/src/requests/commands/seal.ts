import { requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

type List = { includesDesk: boolean; personIds: readonly string[] }

/**
 * Makes a request confidential, changes who may see it, or opens it again. Who asked for it always sees it;
 * nobody can take themselves out by mistake, nor whoever works on it.
 */
export const seal = handle(requests.seal, async ({ tx, db, actor, params, body, record, ifMatch }) => {
  const request = await loadRequest({ tx, db, actor, ifMatch }, params.id, { lock: true })
  mustBeAllowed('seal', actor, request)
  const { isConfidential } = body
  if (!isConfidential && body.personIds?.length) throw refuseField('personIds', words.listOfNobody)
  if (!isConfidential) await mustNotBeAnonymous(tx, request)
  const before = await listOf(tx, request)
  const list = isConfidential
    ? { includesDesk: body.includesDesk ?? true, personIds: listAfter(request, before, body.personIds) }
    : { includesDesk: true, personIds: [] }
  const changes = changesOf(request, before, isConfidential, list)
  if (Object.keys(changes).length === 0) return answerWhole(tx, actor, request, { unchanged: true })
  if (isConfidential) await mustStaySeen(tx, actor, request, list)
  const wasOther = isConfidential !== request.isConfidential
  const message = (wasOther ? (isConfidential ? words.sealed : words.unsealed) : words.relisted)(actor.name)
  const metadata = { event: 'sealed', isConfidential }
  record('request.sealed', about({ ...request, isConfidential }), { isConfidential }, changes)
  // In this order, or row-level security would hide the request from its own author half-way.
  const written = [
    addToList(tx, actor, request, list.personIds),
    addActivity(tx, request, actor, { activityType: 'SYSTEM', message, metadata }),
    save(tx, actor, request, { isConfidential, accessIncludesDesk: list.includesDesk }),
    tx.run(
      `delete from app.request_access where company_id = $1 and request_id = $2 and person_id <> all ($3::uuid[])`,
      [request.companyId, request.id, list.personIds],
    ),
  ]
  const [whole] = await Promise.all([answerWhole(tx, actor, request), ...written])
  return whole
})

/** The people that a request gets on its list when it becomes confidential, and nobody said who. */
export async function enlist(tx: Tx, request: RequestRecord): Promise<string[]> {
  const list = listAfter(request, [], undefined)
  await addToList(tx, null, request, list)
  return list
}

/** Whoever reported without a name did so because only few read it: nobody opens that, ever. */
async function mustNotBeAnonymous(tx: Tx, { companyId, requesterId }: RequestRecord): Promise<void> {
  const found = await tx.query('select from app.people where company_id = $1 and id = $2 and is_anonymous', [
    companyId,
    requesterId,
  ])
  if (found.length > 0) throw new Stop('state', words.staysSealed)
}

/** Whether this person would see it with this list. */
export const seesSealed = (
  actor: Actor,
  request: RequestRecord,
  { includesDesk, personIds }: List,
): boolean =>
  actor.id === request.requesterId ||
  (includesDesk && actor.desks.has(request.serviceDeskId)) ||
  personIds.includes(actor.id)

/** Who was on it stays unless somebody says otherwise; who asked in another's name begins on it. */
function listAfter(request: RequestRecord, before: readonly string[], said?: readonly string[]): string[] {
  if (said) return [...new Set(said)].filter((id) => id !== request.requesterId).sort()
  if (request.isConfidential || request.createdById === request.requesterId) return [...before]
  return [...new Set([...before, request.createdById])].sort()
}

async function listOf(tx: Tx, request: RequestRecord): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select person_id as id from app.request_access where company_id = $1 and request_id = $2 order by person_id`,
    [request.companyId, request.id],
  )
  return rows.map(({ id }) => id)
}

function changesOf(request: RequestRecord, before: string[], isConfidential: boolean, list: List) {
  const changes: Record<string, [unknown, unknown]> = {}
  const add = (field: string, old: unknown, now: unknown) => {
    if (JSON.stringify(old) !== JSON.stringify(now)) changes[field] = [old, now]
  }
  add('isConfidential', request.isConfidential, isConfidential)
  add('accessIncludesDesk', request.accessIncludesDesk, list.includesDesk)
  add('personIds', before, list.personIds)
  return changes
}

async function mustStaySeen(tx: Tx, actor: Actor, request: RequestRecord, list: List): Promise<void> {
  const people = await tx.query<{ id: string; name: string; isAtDesk: boolean }>(
    `select p.id, p.name, exists (select from app.desk_members m where m.company_id = p.company_id
       and m.desk_id = $3 and m.person_id = p.id) as "isAtDesk"
     from app.people p where p.company_id = $1 and p.id = any ($2::uuid[]) and p.deleted_at is null`,
    [request.companyId, [...list.personIds, request.assignedToId ?? actor.id], request.serviceDeskId],
  )
  const known = new Map(people.map((person) => [person.id, person]))
  if (list.personIds.some((id) => !known.has(id))) throw refuseField('personIds', words.noSuchPerson)
  if (!seesSealed(actor, request, list)) throw refuseField('personIds', words.wouldLeaveYou)
  const assignee = known.get(request.assignedToId ?? '')
  if (!assignee || assignee.id === request.requesterId || list.personIds.includes(assignee.id)) return
  if (!list.includesDesk || !assignee.isAtDesk) {
    throw refuseField('personIds', words.wouldLeaveAssignee(assignee))
  }
}

async function addToList(
  tx: Tx,
  actor: Actor | null,
  request: RequestRecord,
  personIds: readonly string[],
): Promise<void> {
  await tx.run(
    `insert into app.request_access (company_id, request_id, person_id, added_by_id)
     select $1, $2, person_id, $4 from unnest($3::uuid[]) as person_id on conflict do nothing`,
    [request.companyId, request.id, personIds, actor?.id ?? null],
  )
}
