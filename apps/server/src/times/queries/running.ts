import { type ReplyOf, times } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Timer = ReplyOf<typeof times.running>['timer']

/** Row-level security hides it where the request has become invisible to whoever started it. */
export const running = handle(times.running, async ({ tx, actor }) => {
  const [timer] = await tx.query<NonNullable<Timer>>(
    `select t.id, t.request_id as "requestId", r.reference_number as "referenceNumber",
       to_json(t.started_at) #>> '{}' as "startedAt"
     from app.time_entries t join app.requests r on r.company_id = t.company_id and r.id = t.request_id
     where t.company_id = $1 and t.person_id = $2 and t.seconds is null`,
    [actor.companyId, actor.id],
  )
  return { timer: timer ?? null }
})
