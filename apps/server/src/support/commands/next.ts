import { support } from '@deskhand/contract'
import { sql } from 'kysely'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { lockSome, visibleTo } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { readWhole } from '../../requests/queries/whole.ts'
import { words } from '../words.ts'

/**
 * Takes what breaches next. Who asks at the same time skips what is locked, and what was taken while they looked is
 * looked at again under the lock, so that nobody gets the same.
 */
export const next = handle(support.next, async ({ tx, db, actor, body, record }) => {
  const { serviceDeskId } = body
  if (serviceDeskId && !actor.desks.has(serviceDeskId)) throw refuseField('serviceDeskId', words.notYours)
  const desks = serviceDeskId ? [serviceDeskId] : [...actor.desks.keys()]
  const free = sql<boolean>`requests.service_desk_id = any (${desks}::uuid[]) and requests.assigned_to_id is null
    and requests.closed_at is null and requests.status not in ('RESOLVED', 'REJECTED')
    and requests.status not in ('WAITING', 'ACTION_REQUIRED') and requests.review_kind is distinct from 'APPROVAL'
    and requests.snoozed_at is null and not requests.is_confidential and ${visibleTo(actor)}`
  const [request] = desks.length > 0 ? await lockSome(db, actor.companyId, free, 1, { dueFirst: true }) : []
  if (!request) return answer({ request: null }, { unchanged: true })
  await give({ tx, actor, record }, request, { assignedToId: actor.id })
  const whole = await readWhole(tx, actor, sql`r.id = ${request.id}`)
  return answer(new Json(`{"request":${whole?.text ?? 'null'}}`), {})
})
