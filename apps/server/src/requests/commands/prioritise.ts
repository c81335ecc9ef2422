import { type Level, type Priority, requests } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { about, addActivity, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { turnClocks, withClocks } from '../clocks.ts'
import { answerWhole } from '../queries/whole.ts'
import { ratedBy } from '../rules.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

type Rating = {
  priority?: Priority | undefined
  impact?: Level | null | undefined
  urgency?: Level | null | undefined
}

/** Whether nobody stands for impact and urgency any more: they were taken back, or another priority set over them. */
const isUnrated = ({ priority, impact, urgency }: Rating, before: RequestRecord): boolean =>
  impact === null || urgency === null || (priority !== undefined && priority !== before.priority)

export const prioritise = handle(requests.prioritise, async (inside) => {
  const request = await loadRequest(inside, inside.params.id, { lock: true })
  const changed = await rate(inside, request, inside.body)
  return answerWhole(inside.tx, inside.actor, request, { unchanged: !changed })
})

/**
 * Sets the priority of a locked request, or impact and urgency from which it follows; set alone, it follows from
 * neither any more. Answers the request as it is then, or null where that changed nothing.
 */
export async function rate(
  { tx, actor, record, platform }: { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform },
  request: RequestRecord,
  rating: Rating,
): Promise<RequestRecord | null> {
  mustBeAllowed('prioritise', actor, request)
  const { priorityOf, priorityNames } = await deskFacts(platform, tx)
  const rated = ratedBy(rating, request)
  const fields = {
    priority: rating.priority ?? (rated ? priorityOf(rated.impact, rated.urgency) : request.priority),
    ...(rated ?? (isUnrated(rating, request) && { impact: null, urgency: null })),
  }
  const changes = changesBetween(request, fields)
  if (Object.keys(changes).length === 0) return null
  let after: RequestRecord = { ...request, ...fields, version: request.version + 1 }
  const written: Promise<unknown>[] = []
  if (fields.priority === request.priority) written.push(save(tx, actor, request, fields))
  else {
    const happening = { cause: 'request.prioritised', terms: 'PRIORITY' }
    const clocks = await turnClocks({ tx, platform }, after, happening)
    after = withClocks(after, clocks.columns)
    written.push(save(tx, actor, request, { ...fields, ...clocks.columns }), clocks.written)
    const message = words.prioritised(actor.name, priorityNames[fields.priority])
    const metadata = { event: 'priority', from: request.priority, to: fields.priority }
    written.push(addActivity(tx, request, actor, { activityType: 'SYSTEM', message, metadata }))
  }
  record('request.prioritised', about(request), { priority: fields.priority }, changes)
  await Promise.all(written)
  return after
}
