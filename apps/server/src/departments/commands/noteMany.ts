import type { Answers } from '@deskhand/contract'
import { type Actor, personOf } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, addActivities, type RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'
import { saying } from './note.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

/** Notes the same of many locked requests at once; the caller has asked whether this person may. */
export async function noteMany(
  { tx, actor, record }: Inside,
  requests: readonly RequestRecord[],
  given: Answers,
): Promise<void> {
  const ids = requests.map(({ id }) => id)
  const before = await tx.query<{ id: string; facts: Answers }>(
    'select request_id as id, facts from app.fulfilments where company_id = $1 and request_id = any ($2::uuid[])',
    [tx.whose.companyId, ids],
  )
  const factsOf = new Map(before.map(({ id, facts }) => [id, facts]))
  const fields = Object.keys(given)
  const message = words.noted(
    actor.name,
    fields.map((name) => saying(name, given[name] ?? null)),
  )
  const entry = { activityType: 'SYSTEM' as const, message, metadata: { event: 'fulfilled', fields } }
  const { written } = addActivities(
    tx,
    actor,
    requests.map((request) => ({ request, entry })),
  )
  await Promise.all([
    tx.run(keepMany, [tx.whose.companyId, ids, JSON.stringify(given), personOf(actor), clock.now()]),
    written,
  ])
  for (const request of requests) {
    const was = factsOf.get(request.id) ?? {}
    const changes = Object.fromEntries(
      fields.map((name): [string, [unknown, unknown]] => [name, [was[name] ?? null, given[name] ?? null]]),
    )
    record('request.fulfilled', about(request), { fields }, changes)
  }
}

const keepMany = `
  with noted as (
    insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at)
    select $1, id, $3::jsonb, $4, $5 from unnest($2::uuid[]) as id
    on conflict (company_id, request_id) do update
      set facts = app.fulfilments.facts || excluded.facts, updated_by_id = excluded.updated_by_id,
        updated_at = excluded.updated_at)
  update app.requests r set version = r.version + 1, updated_at = $5, updated_by_id = $4
  where r.company_id = $1 and r.id = any ($2::uuid[])`
