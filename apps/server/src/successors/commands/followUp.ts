import { successors } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { addActivity, isRequester, isStaff, loadRequest } from '../../requests/access.ts'
import { readWhole } from '../../requests/queries/whole.ts'
import { isReopenable } from '../../requests/rules.ts'
import { words as requestWords } from '../../requests/words.ts'
import { words } from '../words.ts'
import { insertSuccessor } from './insertSuccessor.ts'

/** Goes on in a new request with what is closed for good; the old one stays as it is. */
export const followUp = handle(successors.followUp, async (inside) => {
  const { tx, actor, params, body, platform } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, request) && !isRequester(actor, request)) {
    throw new Stop('forbidden', requestWords.onlyDesk)
  }
  if (request.mergedIntoId) throw new Stop('state', requestWords.merged)
  if (!request.closedAt || isReopenable(request, clock.now())) throw new Stop('state', words.notClosed)
  const facts = await deskFacts(platform, tx)
  const type = request.requestTypeId === null ? undefined : facts.type(request.requestTypeId)
  const made = await insertSuccessor(inside, request, {
    summary: body.summary ?? request.summary,
    description: body.description ?? null,
    // A kind that is no longer offered must not keep anybody from asking.
    requestTypeId: type?.isActive ? type.id : null,
  })
  await tx.run('update app.requests set follow_up_of_id = $3 where company_id = $1 and id = $2', [
    request.companyId,
    made.id,
    request.id,
  ])
  await addActivity(tx, made, actor, {
    activityType: 'SYSTEM',
    message: words.followsUp(request.referenceNumber),
    metadata: { event: 'followsUp', fromReference: request.referenceNumber },
  })
  const whole = await readWhole(tx, actor, sql`r.id = ${made.id}`)
  return answer(new Json(whole?.text ?? 'null'), { version: 1, location: `/requests/${made.id}` })
})
