import { type Alert, type AlertKind, type AlertState, alertKinds, alertStates } from '@deskhand/contract'
import { mustKeep } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import type { Facts } from './source.ts'
import { sourceOf } from './sources.ts'
import { words } from './words.ts'

/** What an event needs to know of an alert. */
export type AlertRow = { id: string; kind: AlertKind; subjectRef: string; deskId: string | null }
/** An alert as commands hold it. */
export type AlertRecord = AlertRow & {
  state: AlertState
  version: number
  subjectType: string
  subjectId: string
  facts: Facts
  holds: boolean
  requestId: string | null
}

/** The kinds that this person may see. */
export const kindsFor = ({ permissions }: Pick<Actor, 'permissions'>): AlertKind[] =>
  // Object.keys loses the key type; the object's keys are exactly these.
  (Object.keys(alertKinds) as AlertKind[]).filter((kind) => permissions.has(alertKinds[kind].may))

/** An alert as the subject of an event, under what its thing is called. */
export const about = ({ id, subjectRef, deskId }: AlertRow): Subject => ({
  type: 'alert',
  id,
  ref: subjectRef,
  ...(deskId && { deskId }),
})

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

/** The alert, locked, for whoever keeps what it is about; the same 404 for hidden and missing. */
export async function lockAlert({ tx, actor, ifMatch }: Inside, idText: string): Promise<AlertRecord> {
  const id = idText.toLowerCase()
  const [alert] = isUuid(id)
    ? await tx.query<AlertRecord>(
        `select a.id, a.kind, a.state, a.version, a.subject_type as "subjectType", a.subject_id as "subjectId",
           a.subject_ref as "subjectRef", a.desk_id as "deskId", a.facts, a.ended_at is null as holds,
           a.request_id as "requestId"
         from app.alerts a where a.company_id = $1 and a.id = $2 and a.kind = any ($3) for update of a`,
        [actor.companyId, id, kindsFor(actor)],
      )
    : []
  if (!alert) throw new Stop('not_found', words.noSuchAlert)
  if (ifMatch && !ifMatch.includes(String(alert.version)))
    throw new Stop('stale', words.stale, { current: await readAlert({ tx, actor }, id) })
  mustKeep(actor, alert)
  return alert
}

/** Stops what the table does not have. */
export function mustMove(alert: Pick<AlertRecord, 'state'>, to: AlertState): void {
  const refusal = alertStates.refusal(alert.state, to)
  if (refusal) throw new Stop('state', refusal, { allowed: alertStates.from(alert.state) })
}

/** Its sentence, as its source says it. */
export const titleOf = ({ kind, subjectRef, facts }: Pick<AlertRecord, 'kind' | 'subjectRef' | 'facts'>) =>
  sourceOf(kind).title(subjectRef, facts)

/** Writes what a person said of it: each move sets what belongs to its state and clears what belongs to the others. */
export const moveAlert = (
  { tx, actor }: Inside,
  { id }: Pick<AlertRecord, 'id'>,
  to: AlertState,
  { until = null, requestId = null }: { until?: Date | null; requestId?: string | null } = {},
): Promise<unknown> =>
  tx.run(
    `update app.alerts set state = $3, snoozed_until = $6,
       acknowledged_at = case $3 when 'ACKNOWLEDGED' then coalesce(acknowledged_at, $4::timestamptz) when 'OPEN' then null else acknowledged_at end,
       acknowledged_by_id = case $3 when 'ACKNOWLEDGED' then coalesce(acknowledged_by_id, $5::uuid) when 'OPEN' then null else acknowledged_by_id end,
       resolved_at = case when $3 = 'RESOLVED' then $4::timestamptz end,
       resolved_by_id = case when $3 = 'RESOLVED' then $5::uuid end,
       request_id = coalesce($7::uuid, request_id), updated_at = $4, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, id, to, clock.now(), actor.id, until, requestId],
  )

/** One alert as the contract has it. */
export async function readAlert({ tx, actor }: Inside, idText: string): Promise<Alert> {
  const id = idText.toLowerCase()
  const [row] = isUuid(id)
    ? await tx.query<Row>(
        `select ${columns} from ${rows} where a.company_id = $1 and a.id = $2 and a.kind = any ($3)`,
        [actor.companyId, id, kindsFor(actor)],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchAlert)
  return alertOf(row)
}

export type Row = Omit<Alert, 'title' | 'subject' | 'request'> & {
  subjectType: string
  subjectId: string
  subjectRef: string
  requestId: string | null
  referenceNumber: string | null
}

export const alertOf = ({
  subjectType,
  subjectId,
  subjectRef,
  requestId,
  referenceNumber,
  ...row
}: Row): Alert => ({
  ...row,
  title: titleOf({ ...row, subjectRef }),
  subject: { type: subjectType, id: subjectId, ref: subjectRef },
  request: requestId && referenceNumber ? { id: requestId, referenceNumber } : null,
})

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** Row-level security says whether its request is the reader's to see. */
export const rows = `app.alerts a
  left join app.people seer on seer.company_id = a.company_id and seer.id = a.acknowledged_by_id
  left join app.people ender on ender.company_id = a.company_id and ender.id = a.resolved_by_id
  left join app.requests r on r.company_id = a.company_id and r.id = a.request_id and r.deleted_at is null`
export const columns = `a.id, a.kind, a.severity, a.state, a.facts, a.day::text as day, a.version,
  a.desk_id as "deskId",
  a.subject_type as "subjectType", a.subject_id as "subjectId", a.subject_ref as "subjectRef",
  ${instant('a.opened_at')} as "openedAt", ${instant('a.acknowledged_at')} as "acknowledgedAt",
  seer.name as "acknowledgedByName", ${instant('a.snoozed_until')} as "snoozedUntil",
  ${instant('a.resolved_at')} as "resolvedAt", ender.name as "resolvedByName", a.ended_at is null as holds,
  ${instant('a.updated_at')} as "updatedAt", r.id as "requestId", r.reference_number as "referenceNumber"`
