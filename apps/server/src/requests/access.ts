import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Requests } from '../platform/db/schema.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid, newId } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { readWhole } from './queries/whole.ts'
import { isSupervisor, roleWord } from './rules.ts'

export { isRequester, isStaff, isSupervisor, moversOf } from './rules.ts'

/** A request as commands hold it: its row, and its desk's code. */
export type RequestRecord = Pick<Selectable<Requests>, (typeof columns)[number]> & { deskCode: string }

const columns = [
  'companyId',
  'id',
  'referenceNumber',
  'serviceDeskId',
  'requestTypeId',
  'requesterId',
  'createdById',
  'summary',
  'description',
  'priority',
  'impact',
  'urgency',
  'status',
  'reviewKind',
  'assignedToId',
  'assignedTeamId',
  'isConfidential',
  'accessIncludesDesk',
  'tags',
  'customFields',
  'question',
  'waitReason',
  'waitUntil',
  'rejectionReason',
  'resolutionCode',
  'resolutionText',
  'reopenCount',
  'appealCount',
  'slaDueAt',
  'firstResponseAt',
  'statusChangedAt',
  'resolvedAt',
  'closedAt',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'version',
] as const

/**
 * Which requests this person may see: their own, those of their desks, all of the company for an admin, and
 * the confidential ones they are on the list of. That the other confidential ones do not exist for them is
 * row-level security's business. `table` is the name that the statement gives to app.requests.
 */
export function visibleTo(actor: Actor, table = 'requests'): RawBuilder<SqlBool> {
  if (actor.permissions.has('requests.read_all')) return sql`true`
  const r = (column: string) => sql.ref(`${table}.${column}`)
  return sql`(${r('requester_id')} = ${actor.id}
    or (${r('created_by_id')} = ${actor.id} and ${r('created_by_id')} <> ${r('requester_id')})
    or ${r('service_desk_id')} = any (${[...actor.desks.keys()]}::uuid[])
    or (${r('is_confidential')} and ${r('id')} = any (array(select a.request_id from app.request_access a
      where a.company_id = ${actor.companyId} and a.person_id = ${actor.id}))))`
}

/** Which row an id or a reference number (in any case) names. */
export function named(idOrReference: string, table = 'requests'): RawBuilder<SqlBool> {
  const id = idOrReference.toLowerCase()
  return isUuid(id)
    ? sql`${sql.ref(`${table}.id`)} = ${id}`
    : sql`${sql.ref(`${table}.reference_number`)} = ${idOrReference.toUpperCase()}`
}

export const noSuchRequest = () => new Stop('not_found', 'There is no such request.')

type Inside = { tx: Tx; db: Db; actor: Actor; ifMatch?: readonly string[] | null }

/**
 * The request, or the same 404 for hidden and missing. `lock` holds it until the commit and, for a change,
 * is what makes the rules true; an `If-Match` that names another version stops with 412 and what is there
 * now. What lies in the trash exists only for supervisors, and `trashed` alone may change it.
 */
export async function loadRequest(
  { tx, db, actor, ifMatch }: Inside,
  idOrReference: string,
  { lock = false, trashed = false }: { lock?: boolean; trashed?: boolean } = {},
): Promise<RequestRecord> {
  const request = await db
    .selectFrom('requests')
    .innerJoin('desks', (join) =>
      join
        .onRef('desks.companyId', '=', 'requests.companyId')
        .onRef('desks.id', '=', 'requests.serviceDeskId'),
    )
    .select(columns.map((column) => `requests.${column}` as const))
    .select('desks.code as deskCode')
    .where('requests.companyId', '=', actor.companyId)
    .where(named(idOrReference))
    .where(visibleTo(actor))
    .$if(lock, (query) => query.forUpdate('requests'))
    .executeTakeFirst()
  if (!request || (request.deletedAt && !isSupervisor(actor, request))) throw noSuchRequest()
  if (ifMatch && !ifMatch.includes(String(request.version))) {
    throw new Stop('stale', 'Somebody changed this request since you opened it. Look at it and try again.', {
      current: JSON.parse((await readWhole(tx, actor, sql`r.id = ${request.id}`))?.text ?? 'null'),
    })
  }
  if (lock && request.deletedAt && !trashed) {
    throw new Stop('state', 'This request is in the trash. Restore it first.')
  }
  return request
}

/** The request as the subject of an event. */
export const about = (
  request: Pick<
    RequestRecord,
    | 'id'
    | 'referenceNumber'
    | 'serviceDeskId'
    | 'requesterId'
    | 'createdById'
    | 'assignedToId'
    | 'isConfidential'
  >,
): Subject => ({
  type: 'request',
  id: request.id,
  ref: request.referenceNumber,
  deskId: request.serviceDeskId,
  people: [request.requesterId, request.createdById, request.assignedToId],
  isConfidential: request.isConfidential,
})

export type Entry = {
  activityType:
    | 'COMMENT'
    | 'STATUS_CHANGE'
    | 'ASSIGNMENT'
    | 'ATTACHMENT'
    | 'SYSTEM'
    | 'APPROVAL'
    | 'REJECTION'
  message: string
  isInternal?: boolean
  metadata?: Record<string, unknown>
}

/** Writes a line into the timeline and answers its id; nobody (`null`) is Deskhand itself. */
export async function addActivity(
  tx: Tx,
  request: RequestRecord,
  author: Actor | null,
  { activityType, message, isInternal = false, metadata = {} }: Entry,
): Promise<string> {
  const id = newId()
  await tx.run(insertActivity, [
    request.companyId,
    id,
    request.id,
    author?.id ?? null,
    author?.name ?? 'Deskhand',
    author && roleWord(author, request),
    activityType,
    message,
    isInternal,
    activityType !== 'COMMENT',
    JSON.stringify(metadata),
    clock.now(),
  ])
  return id
}

const insertActivity = `
  with entry as (
    insert into app.request_activities (company_id, id, request_id, author_id, author_name, author_role,
      activity_type, message, is_internal, is_system_generated, metadata, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))
  update app.requests set last_activity_at = $12 where company_id = $1 and id = $3`
