import { merges } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { compensate } from '../../operations/commands/compensate.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { loadRequests } from '../../requests/queries/loadRequests.ts'
import { words } from '../words.ts'
import { answerMerge } from './answerMerge.ts'
import { release } from './release.ts'

type Side = { activityId: string; requestId: string }

/** Takes merged requests out again by compensating what the merge did to them; each reply since goes to its side. */
export const unmerge = handle(merges.unmerge, async (inside) => {
  const { tx, actor, params, body, record, ifMatch } = inside
  if (ifMatch) await loadRequest(inside, params.id, { lock: true })
  const [target, ...all] = await loadRequests(inside, [params.id, ...body.requestIds])
  if (!target) throw new Error('Nothing was loaded and nothing refused.')
  const sources = [...new Map(all.map((one) => [one.id, one])).values()]
  for (const source of sources) {
    if (!isStaff(actor, source)) throw new Stop('forbidden', words.onlyDesk(source.referenceNumber))
    if (source.mergedIntoId !== target.id)
      throw new Stop('state', words.notMergedHere(source.referenceNumber))
  }
  const refs = sources.map(({ referenceNumber }) => referenceNumber)
  const operation = await beginOperation(
    { tx, actor, record },
    {
      kind: 'requests.unmerge',
      summary: [target, ...sources].some(({ isConfidential }) => isConfidential)
        ? words.sealedUnmergeSummary(sources.length)
        : words.unmergeSummary(refs, target.referenceNumber),
      changed: sources.length,
    },
  )
  const work = { ...inside, record: operation.record }
  // First the chosen sides, because what stays has left the way that the rest goes.
  if (body.replies) await chooseSides(tx, target, sources, body.replies)
  const mergedBy = await mergesOf(tx, sources)
  for (const source of sources) {
    await compensate(work, mergedBy.get(source.id) ?? '', source.id, { isDoer: true })
    await release(work, target, source)
  }
  return answerMerge(tx, actor, operation.id, target, sources)
})

/** The operations that merged them, the last of each. */
async function mergesOf(tx: Tx, sources: readonly RequestRecord[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; operationId: string }>(
    `select distinct on (subject_id) subject_id as id, operation_id as "operationId" from app.events
     where company_id = $1 and subject_id = any ($2::uuid[]) and name = 'request.merged'
     order by subject_id, app.events.id desc`,
    [tx.whose.companyId, sources.map(({ id }) => id)],
  )
  return new Map(rows.map(({ id, operationId }) => [id, operationId]))
}

type Reply = { id: string; authorId: string | null; viaId: string | null; privateToId: string | null }

/**
 * Replies that came after the merge, by the side that each was given. What another requester wrote goes to
 * nobody else; what stays of a requester's own words can be read on both sides by them.
 */
async function chooseSides(
  tx: Tx,
  target: RequestRecord,
  sources: readonly RequestRecord[],
  sides: readonly Side[],
): Promise<void> {
  const companyId = tx.whose.companyId
  const replies = await tx.query<Reply>(
    `select a.id, a.author_id as "authorId", a.via_request_id as "viaId", a.private_to_id as "privateToId"
     from app.request_activities a
     where a.company_id = $1 and a.request_id = $2 and a.id = any ($3::uuid[]) and a.activity_type = 'COMMENT'
       and a.created_at >= (select min(s.merged_at) from app.requests s
         where s.company_id = $1 and s.id = any ($4::uuid[]))`,
    [companyId, target.id, sides.map(({ activityId }) => activityId), sources.map(({ id }) => id)],
  )
  const byId = new Map(replies.map((reply) => [reply.id, reply]))
  const given = new Map<string, string[]>()
  for (const { activityId, requestId } of sides) {
    const reply = byId.get(activityId)
    if (!reply) throw refuseField('replies', words.noSuchReply)
    const source = sources.find(({ id }) => id === requestId)
    if (!source && requestId !== target.id) throw refuseField('replies', words.noSuchSide)
    if (source && reply.viaId !== source.id && isAnothers(reply, target, source)) {
      throw refuseField('replies', words.othersWords)
    }
    given.set(requestId, [...(given.get(requestId) ?? []), activityId])
  }
  for (const [requestId, ids] of given) {
    await tx.run(requestId === target.id ? keepHere : giveTo, [companyId, requestId, ids])
  }
}

/** For another requester alone, or by one who asked in the request that stays and not in the one that leaves. */
function isAnothers({ authorId, privateToId }: Reply, target: RequestRecord, source: RequestRecord): boolean {
  if (privateToId !== null && privateToId !== source.requesterId) return true
  return authorId === target.requesterId && target.requesterId !== source.requesterId
}

// A reply that stays is no longer on its way to where it was written; whom it was for alone, it stays for.
const keepHere = `
  update app.request_activities set metadata = metadata || '{"stays": true}'
  where company_id = $1 and request_id = $2 and id = any ($3::uuid[])`

const giveTo = `
  with moved as (
    update app.request_activities set request_id = $2, via_request_id = null, private_to_id = null
    where company_id = $1 and id = any ($3::uuid[]) returning id)
  update app.attachments f set request_id = $2 from moved where f.company_id = $1 and f.activity_id = moved.id`
