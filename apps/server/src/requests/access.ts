import type { Can, DeskPeriods, RequestState } from '@deskhand/contract'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import { type Actor, personOf } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Requests } from '../platform/db/schema.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid, newId } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { columns } from './columns.ts'
import { waysFrom } from './moveRules.ts'
import { readWhole } from './queries/whole.ts'
import { isSupervisor, moversOf, roleWord, whyNot } from './rules.ts'
import { words } from './words.ts'

export { situationOf, type Timed, turnAll, turnClocks, withClocks } from './clocks.ts'
export { isRequester, isStaff, isSupervisor, moversOf } from './rules.ts'

/** A request as commands hold it: its row, and its desk's code and periods. */
export type RequestRecord = Pick<Selectable<Requests>, (typeof columns)[number]> &
  DeskPeriods & { deskCode: string }

/** A reason for which somebody may see a request. */
export type Ground = 'all' | 'asked' | 'askedFor' | 'listed' | 'follows' | 'approves' | 'desk'

/** The reasons for which this person may see a request, each as a condition on it. */
export function groundsFor(actor: Actor, table = 'requests'): [Ground, RawBuilder<SqlBool>][] {
  if (actor.permissions.has('requests.read_all')) return [['all', sql`true`]]
  const r = (column: string) => sql.ref(`${table}.${column}`)
  const desks = [...actor.desks.keys()]
  return [
    ['asked', sql`${r('requester_id')} = ${actor.id}`],
    [
      'askedFor',
      sql`(${r('created_by_id')} = ${actor.id} and ${r('created_by_id')} <> ${r('requester_id')})`,
    ],
    [
      'listed',
      sql`(${r('is_confidential')} and ${r('id')} = any (array(select a.request_id from app.request_access a
        where a.company_id = ${actor.companyId} and a.person_id = ${actor.id})))`,
    ],
    [
      'follows',
      sql`(not ${r('is_confidential')} and ${r('id')} = any (array(select w.request_id from app.participants w
        where w.company_id = ${actor.companyId} and w.person_id = ${actor.id})))`,
    ],
    [
      'approves',
      sql`${r('id')} = any (array(select v.request_id from app.request_approvers v
        where v.company_id = ${actor.companyId} and v.person_id = ${actor.id}))`,
    ],
    // Only what applies to this person is said: the planner takes an empty list for a long one.
    ...(desks.length > 0
      ? [['desk', sql`${r('service_desk_id')} = any (${desks}::uuid[])`] satisfies [Ground, unknown]]
      : []),
  ] as [Ground, RawBuilder<SqlBool>][]
}

/**
 * Which requests this person may see: their own, those of their desks, those they follow, all of the company for
 * an admin, those they are asked to approve, and the confidential ones they are on the list of. That the other
 * confidential ones do not exist for them is row-level security's business. `table` is the name that the statement gives to app.requests.
 */
export function visibleTo(actor: Actor, table = 'requests'): RawBuilder<SqlBool> {
  const conditions = groundsFor(actor, table).map(([, condition]) => condition)
  return conditions.length === 1 && conditions[0] ? conditions[0] : sql`(${sql.join(conditions, sql` or `)})`
}

/** Which row an id or a reference number (in any case) names; also a number that it had at another desk. */
export function named(idOrReference: string, table = 'requests'): RawBuilder<SqlBool> {
  const id = idOrReference.toLowerCase()
  return isUuid(id)
    ? sql`${sql.ref(`${table}.id`)} = ${id}`
    : sql`(${sql.ref(`${table}.reference_number`)} = ${idOrReference.toUpperCase()}
        or ${sql.ref(`${table}.id`)} = (select former.request_id from app.request_aliases former
          where former.company_id = app.cid() and former.reference_number = ${idOrReference.toUpperCase()}))`
}

export const noSuchRequest = () => new Stop('not_found', words.noSuchRequest)

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
  const request = await records(db)
    .where('requests.companyId', '=', actor.companyId)
    .where(named(idOrReference))
    .where(visibleTo(actor))
    .$if(lock, (query) => query.forUpdate('requests'))
    .executeTakeFirst()
  if (!request || (request.deletedAt && !isSupervisor(actor, request))) throw noSuchRequest()
  if (ifMatch && !ifMatch.includes(String(request.version))) {
    const seen = await readWhole(tx, actor, sql`r.id = ${request.id}`)
    throw new Stop('stale', words.stale, { current: JSON.parse(seen?.text ?? 'null') })
  }
  if (lock && request.deletedAt && !trashed) throw new Stop('state', words.inTrash)
  return request
}

/**
 * Locks some requests of the company for Deskhand itself, leaving out those that somebody else is at, or waiting for
 * them where nobody comes by again.
 */
export const lockSome = (
  db: Db,
  companyId: string,
  which: RawBuilder<SqlBool>,
  most: number,
  { wait = false, dueFirst = false }: { wait?: boolean; dueFirst?: boolean } = {},
): Promise<RequestRecord[]> =>
  records(db)
    .where('requests.companyId', '=', companyId)
    .where('requests.deletedAt', 'is', null)
    .where(which)
    .$if(dueFirst, (query) => query.orderBy('requests.slaDueAt').orderBy('requests.id'))
    .limit(most)
    .forUpdate('requests')
    .$if(!wait, (query) => query.skipLocked())
    .execute()

/** Requests as commands hold them; only doors ask. */
export const records = (db: Db) =>
  db
    .selectFrom('requests')
    .innerJoin('desks', (join) =>
      join
        .onRef('desks.companyId', '=', 'requests.companyId')
        .onRef('desks.id', '=', 'requests.serviceDeskId'),
    )
    .select(columns.map((column) => `requests.${column}` as const))
    .select([
      'desks.code as deskCode',
      'desks.closesAfterDays',
      'desks.settlesAfterDays',
      'desks.reopenDays',
      'desks.appealDays',
    ])

/** Moves by another name than that of a state, and closing, which ends them: refused, they name the moves that are allowed. */
const moving: ReadonlySet<Can> = new Set(['withdraw', 'reopen', 'appeal', 'close', 'confirm'])

/** Stops where this person may not do it to this request now; `can` of the request says the same. */
export function mustBeAllowed(action: Can, actor: Actor, request: RequestRecord): void {
  const refusal = whyNot(action, actor, request, clock.now())
  if (!refusal) return
  const isMove = refusal.code === 'state' && moving.has(action)
  throw new Stop(refusal.code, refusal.sentence, isMove ? { allowed: allowedMoves(actor, request) } : {})
}

/** The states that this person may move it to now, as a refusal names them. */
export const allowedMoves = (actor: Actor, request: RequestRecord): RequestState[] =>
  waysFrom(request, moversOf(actor, request), clock.now()).map(({ to }) => to)

/** Where the say of an approver may lead it now, as a refusal names them. */
export const movesByApproval = (request: RequestRecord): RequestState[] =>
  waysFrom(request, ['approver'], clock.now()).map(({ to }) => to)

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
  /** Where it was written, when that was merged into the request in which it lies. */
  viaRequestId?: string
  /** Beside who works on it, only this person may read it. */
  privateToId?: string | null
}

/** Writes a line into the timeline and answers its id; nobody (`null`) is Deskhand itself. */
export async function addActivity(
  tx: Tx,
  request: RequestRecord,
  author: Actor | null,
  entry: Entry,
): Promise<string> {
  const { ids, written } = addActivities(tx, author, [{ request, entry }])
  await written
  return ids[0] ?? ''
}

/** As `addActivity`, for many requests of one company in one statement; the ids are known at once. */
export function addActivities(
  tx: Tx,
  author: Actor | null,
  lines: readonly { request: RequestRecord; entry: Entry }[],
): { ids: string[]; written: Promise<unknown> } {
  const rows = lines.map(({ request, entry }) => ({
    id: newId(),
    requestId: request.id,
    authorId: author && personOf(author),
    authorName: author?.name ?? 'Deskhand',
    authorRole: author && !author.isDeskhand ? roleWord(author, request) : null,
    activityType: entry.activityType,
    message: entry.message,
    isInternal: entry.isInternal ?? false,
    isSystemGenerated: entry.activityType !== 'COMMENT',
    metadata: entry.metadata ?? {},
    viaRequestId: entry.viaRequestId ?? null,
    privateToId: entry.privateToId ?? null,
  }))
  const written = tx.run(insertActivities, [tx.whose.companyId, clock.now(), JSON.stringify(rows)])
  return { ids: rows.map(({ id }) => id), written }
}

const insertActivities = `
  with lines as (
    select * from jsonb_to_recordset($3::jsonb) as line(id uuid, "requestId" uuid, "authorId" uuid, "authorName" text,
      "authorRole" text, "activityType" text, message text, "isInternal" boolean, "isSystemGenerated" boolean,
      metadata jsonb, "viaRequestId" uuid, "privateToId" uuid))
  insert into app.request_activities (company_id, created_at, id, request_id, author_id, author_name, author_role,
    activity_type, message, is_internal, is_system_generated, metadata, via_request_id, private_to_id)
  select $1, $2, * from lines`
