import { type ReplyOf, times } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'

type Timer = ReplyOf<typeof times.running>['timer']

export const running = handle(times.running, async ({ tx, actor }) => ({ timer: await readTimer(tx, actor) }))

/** One's own timer. Where the request lies elsewhere by now, or is hidden, it goes by the number that it had. */
export async function readTimer(tx: Tx, actor: Actor): Promise<Timer> {
  const [timer] = await tx.query<NonNullable<Timer>>(
    `select t.id, t.request_id as "requestId", coalesce(r.reference_number, t.reference) as "referenceNumber",
       to_json(t.started_at) #>> '{}' as "startedAt"
     from app.time_entries t
     left join app.requests r on r.company_id = t.company_id and r.id = t.request_id
       and (r.service_desk_id = any ($3::uuid[]) or $4)
     where t.company_id = $1 and t.person_id = $2 and t.seconds is null`,
    [actor.companyId, actor.id, [...actor.desks.keys()], actor.isAdmin],
  )
  return timer ?? null
}
