import { type EventData, type EventName, events } from '@deskhand/contract'
import { clock } from '../clock/clock.ts'
import type { Tx } from '../db/transaction.ts'
import type { ActorKind, Subject } from './event.ts'

/** Who acts, from where, and on account of which event: stands behind every line of the log. */
export type Origin = {
  actorId: string | null
  actorName: string | null
  actorKind: ActorKind
  ip?: string | null
  requestId?: string | null
  causedById?: number | null
}

/** The operation that an event belongs to, the event that it follows from, and on whose account it happens. */
export type Within = {
  operationId?: string
  causedById?: number
  onAccountOf?: { id: string; name: string }
  /** When it was, where what it is written into says the same moment. */
  at?: Date
}

export type RecordEvent = <Name extends EventName>(
  name: Name,
  subject: Subject,
  data: EventData<Name>,
  changes?: Record<string, [unknown, unknown]>,
  within?: Within,
) => void

/** The same recorder, whose every event belongs to this operation. */
export const recordWithin =
  (record: RecordEvent, within: Within): RecordEvent =>
  (name, subject, data, changes, more) =>
    record(name, subject, data, changes, { ...within, ...more })

type Line = Record<string, unknown>

/**
 * Collects the events of one transaction. `write` sends them as its last statement: an id that is drawn
 * after every row lock makes the order of ids the order of causes.
 */
export function openRecord(origin: () => Origin) {
  const lines: Line[] = []
  const record: RecordEvent = (name, subject, data, changes = {}, within = {}) => {
    const { actorId, actorName, actorKind, ip, requestId, causedById } = origin()
    lines.push({
      name,
      subject_type: subject.type,
      subject_id: subject.id,
      subject_ref: subject.ref ?? null,
      subject_version: subject.version ?? null,
      desk_id: subject.deskId ?? null,
      people: [...new Set((subject.people ?? []).filter((id) => id !== null))],
      audience: events[name].audience,
      is_confidential: subject.isConfidential ?? false,
      actor_id: within.onAccountOf?.id ?? actorId,
      actor_name: within.onAccountOf?.name ?? actorName,
      actor_kind: within.onAccountOf ? 'person' : actorKind,
      data: events[name].data.parse(data),
      changes,
      ip: ip ?? null,
      request_id: requestId ?? null,
      caused_by_id: within.causedById ?? causedById ?? null,
      operation_id: within.operationId ?? null,
      at: (within.at ?? clock.now()).toISOString(),
    })
  }
  const write = (tx: Tx): void => {
    if (lines.length === 0) return
    if (!tx.whose.companyId) throw new Error('An event needs a company.')
    // Not awaited: it travels with COMMIT, and a failure fails the transaction.
    void tx.run(insertEvents, [tx.whose.companyId, JSON.stringify(lines)]).catch(() => undefined)
  }
  return { record, write, count: () => lines.length }
}

const insertEvents = `
  insert into app.events (company_id, name, subject_type, subject_id, subject_ref, subject_version, desk_id, people, audience,
    is_confidential, actor_id, actor_name, actor_kind, data, changes, ip, request_id, caused_by_id, operation_id, at)
  select $1, name, subject_type, subject_id, subject_ref, subject_version, desk_id, people, audience,
    is_confidential, actor_id, actor_name, actor_kind, data, changes, ip, request_id, caused_by_id, operation_id, at
  from jsonb_to_recordset($2::jsonb) as e(name text, subject_type text, subject_id uuid, subject_ref text, subject_version int, desk_id uuid,
    people uuid[], audience text, is_confidential boolean, actor_id uuid, actor_name text, actor_kind text,
    data jsonb, changes jsonb, ip inet, request_id text, caused_by_id bigint, operation_id uuid, at timestamptz)`
