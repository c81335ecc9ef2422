import { calendarFacts } from '../../calendars/access.ts'
import { businessTimeBetween } from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { curveOf, leastSamples } from '../rules.ts'

type Done = { typeId: string | null; deskId: string; createdAt: Date; resolvedAt: Date }

const day = 86_400_000

/**
 * Learns anew how long the company's requests take, in working time of their desk, from the newest of the last
 * year. What somebody took back, what was asked twice and what was never answered teaches nothing.
 */
export async function learnFinishes(tx: Tx, now: Date): Promise<void> {
  const { companyId } = tx.whose
  const [facts, done] = await Promise.all([
    calendarFacts(tx),
    tx.query<Done>(readDone, [companyId, new Date(now.getTime() - 365 * day)]),
  ])
  const durations = new Map<string, { basis: 'type' | 'desk'; seconds: number[] }>()
  const add = (id: string, basis: 'type' | 'desk', seconds: number) => {
    const known = durations.get(id) ?? { basis, seconds: [] }
    durations.set(id, known)
    known.seconds.push(seconds)
  }
  for (const { typeId, deskId, createdAt, resolvedAt } of done) {
    const { hours } = facts.ofDesk(deskId)
    const seconds = Math.round(businessTimeBetween(hours, +createdAt, +resolvedAt) / 1000)
    if (typeId) add(typeId, 'type', seconds)
    add(deskId, 'desk', seconds)
  }
  const rows = [...durations]
    .filter(([, { seconds }]) => seconds.length >= leastSamples)
    .map(([basisId, { basis, seconds }]) => ({
      basisId,
      basis,
      sampleCount: seconds.length,
      quantiles: curveOf(seconds),
    }))
  await tx.run(replaceAll, [companyId, now, JSON.stringify(rows)])
}

const readDone = `
  select "typeId", "deskId", "createdAt", "resolvedAt" from (
    select r.request_type_id as "typeId", r.service_desk_id as "deskId", r.created_at as "createdAt",
      r.resolved_at as "resolvedAt",
      row_number() over (partition by r.service_desk_id, r.request_type_id order by r.resolved_at desc) as place
    from app.requests r
    where r.company_id = $1 and r.status = 'RESOLVED' and r.resolved_at >= $2 and r.deleted_at is null
      and r.resolution_code not in ('WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE')) done
  where place <= 500`

const replaceAll = `
  with learnt as (
    select * from jsonb_to_recordset($3::jsonb)
      as curve("basisId" uuid, basis text, "sampleCount" int, quantiles int[])),
  gone as (
    delete from app.finish_curves c
    where c.company_id = $1 and c.basis_id not in (select "basisId" from learnt))
  insert into app.finish_curves (company_id, learnt_at, basis_id, basis, sample_count, quantiles)
  select $1, $2, * from learnt
  on conflict (company_id, basis_id) do update
    set sample_count = excluded.sample_count, quantiles = excluded.quantiles, learnt_at = excluded.learnt_at`
