import { successors } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, addActivities, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { readWhole } from '../../requests/queries/whole.ts'
import { words } from '../words.ts'
import { insertSuccessor } from './insertSuccessor.ts'

/** Moves entries with their files into a request of their own; notes stay notes. */
export const split = handle(successors.split, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('note', actor, request)
  const ids = [...new Set(body.activityIds)]
  const notesOnly = await mustBeOwnEntries(tx, request.id, ids)
  const { summary, requestTypeId = request.requestTypeId } = body
  const made = await insertSuccessor(inside, request, { summary, description: null, requestTypeId })
  await tx.run(moveEntries, [request.companyId, request.id, made.id, ids])
  // Where only notes went, the requester has no part in it.
  const line = { activityType: 'SYSTEM', isInternal: notesOnly } as const
  const { written } = addActivities(tx, actor, [
    {
      request,
      entry: {
        ...line,
        message: words.movedOut(actor.name, ids.length, made.referenceNumber),
        metadata: { event: 'split', toReference: made.referenceNumber },
      },
    },
    {
      request: made,
      entry: {
        ...line,
        message: words.cameFrom(request.referenceNumber),
        metadata: { event: 'splitFrom', fromReference: request.referenceNumber },
      },
    },
  ])
  await written
  if (!notesOnly) await save(tx, actor, request, {})
  await tx.run(relate, [request.companyId, newId(), ...[request.id, made.id].sort(), actor.id, clock.now()])
  record('request.split', about(request), {
    intoId: made.id,
    intoRef: made.referenceNumber,
    activityIds: ids,
  })
  const whole = await readWhole(tx, actor, sql`r.id = ${made.id}`)
  return answer(new Json(whole?.text ?? 'null'), { version: 1, location: `/requests/${made.id}` })
})

type Entry = { isInternal: boolean; isMerged: boolean }

/** Tells whether they are all notes. */
async function mustBeOwnEntries(tx: Tx, requestId: string, ids: readonly string[]): Promise<boolean> {
  const entries = await tx.query<Entry>(
    `select is_internal as "isInternal", (via_request_id is not null or private_to_id is not null
       or metadata ? 'passedOnFrom') as "isMerged"
     from app.request_activities
     where company_id = $1 and request_id = $2 and id = any ($3::uuid[]) and activity_type = 'COMMENT'`,
    [tx.whose.companyId, requestId, ids],
  )
  if (entries.length < ids.length) throw refuseField('activityIds', words.noSuchEntry)
  if (entries.some(({ isMerged }) => isMerged)) throw refuseField('activityIds', words.merged)
  return entries.every(({ isInternal }) => isInternal)
}

const moveEntries = `
  with moved as (
    update app.request_activities set request_id = $3
    where company_id = $1 and request_id = $2 and id = any ($4::uuid[]) returning id)
  update app.attachments f set request_id = $3 from moved
  where f.company_id = $1 and f.request_id = $2 and f.activity_id = moved.id`

const relate = `
  insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
  values ($1, $2, $3, $4, 'relates', $5, $6) on conflict do nothing`
