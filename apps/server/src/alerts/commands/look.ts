import { type AlertKind, alertKinds } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { sources } from '../sources.ts'

/** So many are named in the log; the rest is counted. */
const named = 5

type Look = {
  tx: Tx
  now: Date
  /** Nobody is told of what stood there before anybody came. */
  record: RecordEvent | null
  /** All of them, where it is left out. */
  kinds?: readonly AlertKind[]
  /** Whether what is new opens, or only what is over ends. */
  opens?: boolean
}
type Found = { count: number; refs: string[] | null; deskIds: string[] | null; hasNoDesk: boolean | null }
type Outcome = { opened: Found; ended: Found }

/**
 * Runs each source as one statement: what holds and is not there opens, what holds no longer ends, and what is said of
 * the rest is kept as it is now. One line of the log for all of a kind.
 */
export async function look({ tx, now, record, kinds, opens = true }: Look): Promise<void> {
  const { companyId } = tx.whose
  const rules = await tx.query<{
    kind: AlertKind | null
    days: number | null
    isActive: boolean
    today: string
  }>(
    `select r.kind, r.days, r.is_active as "isActive", ($2::timestamptz at time zone c.zone)::date::text as today
     from app.companies c left join app.alert_rules r on r.company_id = c.company_id where c.company_id = $1`,
    [companyId, now],
  )
  const today = rules[0]?.today
  if (!today) return
  await Promise.all(
    sources
      .filter(({ kind }) => kinds?.includes(kind) ?? true)
      .map(async ({ kind, find }) => {
        const rule = rules.find((one) => one.kind === kind)
        const days = rule?.days ?? alertKinds[kind].days?.usual ?? 0
        const [outcome] = await tx.query<Outcome>(statement(find), [
          companyId,
          today,
          now,
          days,
          kind,
          rule?.isActive ?? true,
          opens,
        ])
        if (!outcome || !record || !companyId) return
        const subject = { type: 'alert', id: companyId, ref: alertKinds[kind].label }
        if (outcome.opened.count > 0) record('alerts.opened', subject, saidOf(kind, outcome.opened))
        if (outcome.ended.count > 0) record('alerts.ended', subject, saidOf(kind, outcome.ended))
      }),
  )
}

const saidOf = (kind: AlertKind, { count, refs, deskIds, hasNoDesk }: Found) => ({
  kind,
  count,
  refs: refs ?? [],
  // What is nobody's in particular is everybody's.
  deskIds: hasNoDesk ? [] : (deskIds ?? []),
})

const told = (from: string, which = 'true') => `(
  select jsonb_build_object('count', count(*), 'refs', (array_agg(subject_ref order by day, subject_ref))[:${named}],
    'deskIds', array_agg(distinct desk_id) filter (where desk_id is not null), 'hasNoDesk', bool_or(desk_id is null))
  from ${from} where ${which})`

/** `$5` the kind, `$6` whether it is wanted at all, `$7` whether what is new opens. */
const statement = (find: string) => `
  with holds as (select $5::text || ':' || f.key as key, f.subject_type, f.subject_id, f.subject_ref, f.desk_id,
      f.severity, f.day, f.facts
    from (${find}) f where $6::boolean and $1::uuid is not null and $2::date is not null and $4::int is not null),
  opened as (
    insert into app.alerts (company_id, kind, key, subject_type, subject_id, subject_ref, desk_id, severity, day, facts,
      opened_at, updated_at)
    select $1, $5, key, subject_type, subject_id, subject_ref, desk_id, severity, day, facts, $3::timestamptz, $3
    from holds where $7::boolean
    on conflict (company_id, key) where ended_at is null do nothing
    returning subject_ref, desk_id, day),
  ended as (
    update app.alerts a set ended_at = $3, state = 'RESOLVED', resolved_at = coalesce(a.resolved_at, $3),
      snoozed_until = null, updated_at = $3, version = a.version + 1
    where a.company_id = $1 and a.kind = $5 and a.ended_at is null and a.key not in (select h.key from holds h)
    returning a.subject_ref, a.desk_id, a.day, a.resolved_at),
  kept as (
    update app.alerts a set severity = h.severity, facts = h.facts, subject_ref = h.subject_ref, desk_id = h.desk_id,
      day = h.day, updated_at = $3, version = a.version + 1
    from holds h where a.company_id = $1 and a.kind = $5 and a.ended_at is null and a.key = h.key
      and (a.severity, a.facts, a.subject_ref, a.desk_id, a.day)
        is distinct from (h.severity, h.facts, h.subject_ref, h.desk_id, h.day))
  select ${told('opened')} as opened, ${told('ended', 'resolved_at = $3')} as ended`
