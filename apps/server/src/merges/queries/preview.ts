import { merges, type ReplyIn } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { readThread } from '../../requests/queries/activities.ts'
import { loadRequests } from '../../requests/queries/loadRequests.ts'
import { listsOf } from '../access.ts'
import { whyNotMerge } from '../rules.ts'

/** The thread that a merge would make, with what stands in the way of each. */
export const preview = handle(merges.preview, async (inside) => {
  const { tx, actor, params, query } = inside
  const target = await loadRequest(inside, params.id)
  const sources = (await loadRequests(inside, query.requestIds, { lock: false })).filter(
    ({ id }) => id !== target.id,
  )
  const all = [target, ...sources]
  const lists = await listsOf(
    tx,
    all.map(({ id }) => id),
  )
  const names = await namesOf(
    tx,
    all.map(({ requesterId }) => requesterId),
  )
  const requests = sources.map((source) => ({
    requestId: source.id,
    referenceNumber: source.referenceNumber,
    summary: source.summary,
    requesterName: names.get(source.requesterId) ?? '',
    refusal: whyNotMerge(actor, source, target, lists, clock.now())?.sentence ?? null,
  }))
  const others = sources.map(({ id }) => id)
  const { data } = await readThread(tx, actor, sql`r.id = ${target.id}`, { limit: 100, with: others })
  const readers = [...new Set(all.map(({ requesterId }) => names.get(requesterId) ?? ''))]
  return new Json<ReplyIn<typeof merges.preview>>(
    `{"requests":${JSON.stringify(requests)},"entries":${data},"readers":${JSON.stringify(readers)}}`,
  )
})

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from app.people where company_id = $1 and id = any ($2::uuid[])',
    [tx.whose.companyId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
