import { departmentKinds, leave } from '@deskhand/contract'
import { todayIn } from '../../absences/access.ts'
import { servedAs } from '../../departments/access.ts'
import { readOne } from '../../departments/queries/get.ts'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isRequester, loadRequest, noSuchRequest } from '../../requests/access.ts'
import { move } from '../../requests/commands/move.ts'
import { save } from '../../requests/commands/save.ts'
import { isOpen } from '../../requests/rules.ts'
import { type Leave, refusalToCancel } from '../rules.ts'
import { words } from '../words.ts'

/**
 * Gives granted days back. What the desk has not settled yet ends with it, as withdrawn; what is resolved or closed
 * stays as it was decided, and is cancelled beside that.
 */
export const cancel = handle(leave.cancel, async (inside) => {
  const { tx, actor, platform, params, body, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const { type, zone } = await deskFacts(platform, tx)
  if (type(request.requestTypeId ?? '')?.kind !== departmentKinds.leaveRequests) throw noSuchRequest()
  if (!isRequester(actor, request)) throw new Stop('forbidden', words.onlyOwn)
  const [found] = await tx.query<Pick<Leave, 'fromDate' | 'state'> & { approvers: string[] }>(select, [
    request.companyId,
    request.id,
  ])
  const now = clock.now()
  const refusal = refusalToCancel(found, todayIn(zone, now))
  if (refusal) throw new Stop('state', refusal)
  const reason = body.reason ?? null
  await Promise.all([
    tx.run(insert, [request.companyId, request.id, reason, actor.id, now]),
    addActivity(tx, request, actor, {
      activityType: 'SYSTEM',
      message: words.cancelled(actor.name, reason),
      metadata: { event: 'cancelled' },
    }),
  ])
  const personIds = found?.approvers ?? []
  const subject = about(request)
  record(
    'leave.cancelled',
    { ...subject, people: [...(subject.people ?? []), ...personIds] },
    { to: 'CANCELLED', personIds },
  )
  if (isOpen(request))
    await move(inside, request, { to: 'RESOLVED', reason: reason ?? undefined }, ['requester'])
  else await save(tx, actor, request, {})
  const view = await readOne(inside, service, request.id)
  // It is served as leave, so that its answer has the fields of leave.
  return answer(leave.cancel.reply.parse(view), { version: view.version })
})

const service = servedAs('leaveRequests')

const select = `
  select l.from_date as "fromDate", l.state, array(
    select distinct v.person_id from app.approval_votes v
    where v.company_id = l.company_id and v.request_id = l.request_id and v.state = 'APPROVED') as approvers
  from app.leaves l where l.company_id = $1 and l.request_id = $2`

const insert = `
  insert into app.leave_cancellations (company_id, request_id, reason, cancelled_by_id, cancelled_at)
  values ($1, $2, $3, $4, $5)`
