import { type BulkResult, bulkEdits, type OperationResult, type ReplyOf } from '@deskhand/contract'
import { beginBatch } from '../../operations/commands/beginBatch.ts'
import { type Item, runItems } from '../../operations/commands/runItems.ts'
import { untilEnd } from '../../operations/queries/untilEnd.ts'
import type { Actor } from '../../platform/actor.ts'
import { handleOutside, type Open, type Outside } from '../../platform/http/handle.ts'
import { claimKey, type Key, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import { Stop } from '../../platform/stop.ts'
import { batch, kind } from '../batch.ts'
import { choose } from '../choose.ts'
import { words } from '../words.ts'

type Reply = ReplyOf<typeof bulkEdits.edit>
type Asked = Outside<typeof bulkEdits.edit> & { actor: Actor }

/** So many in one transaction of a dry run, which locks what it looks at. */
const chunk = 20
const patience = 30_000

export const edit = handleOutside(bulkEdits.edit, async (outside) => {
  const { actor, body } = outside
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  return body.dryRun ? rehearse({ ...outside, actor }) : perform({ ...outside, actor })
})

/** Does it and rolls it back, a few at a time. */
async function rehearse({ open, actor, body, platform }: Asked): Promise<Reply> {
  const items = await open((inside) => choose({ ...inside, actor, platform }, body))
  const results: OperationResult[] = []
  for (let at = 0; at < items.length; at += chunk) {
    const some = items.slice(at, at + chunk)
    const work = { id: '', batch, payload: body.action }
    results.push(
      ...(await open((inside) => runItems({ ...inside, actor, platform }, work, some, { keep: false }))),
    )
  }
  return replyOf(null, 'DONE', results)
}

/** Begins the operation, once for each key, and waits for its end where the caller does. */
async function perform(outside: Asked): Promise<Reply> {
  const { open, actor, body, params, request } = outside
  const key = readKey(request.headers['idempotency-key'], 'POST /requests/bulk', [params, body], actor.id)
  const begun = await open((inside) => begin({ ...outside, ...inside }, key))
  if (!begun.operationId || begun.state === 'DONE') return begun
  if (String(request.headers['prefer'] ?? '').includes('respond-async')) return begun
  const { state, results } = await untilEnd(outside, begun.operationId, patience)
  return replyOf(begun.operationId, state, results, begun.total)
}

async function begin(inside: Asked & Open, key: Key | null): Promise<Reply> {
  const { tx, actor, body, platform, reply } = inside
  const kept = key && (await claimKey(tx, key))
  if (kept) {
    reply.header('idempotent-replayed', 'true')
    // What was kept is what `replyOf` made.
    return JSON.parse(kept.body) as Reply
  }
  const items = await choose({ tx, actor, platform }, body)
  if (items.length === 0) throw new Stop('rule', words.none)
  const { operationId, state, results } = await beginBatch(inside, {
    kind,
    summary: words.summary(body.action, items.length),
    payload: body.action,
    items: inOneOrder(items),
  })
  const places = new Map(items.map(({ subjectId }, place) => [subjectId, place]))
  const placeOf = ({ subjectId }: OperationResult) => places.get(subjectId) ?? 0
  const sorted = results.toSorted((one, other) => placeOf(one) - placeOf(other))
  const answered = replyOf(operationId, state, sorted, items.length)
  if (key) keepAnswer(tx, key, { status: 200, headers: {}, body: JSON.stringify(answered) })
  return answered
}

/** Two who change the same requests at once lock them in the same order, and neither waits in a circle. */
const inOneOrder = (items: readonly Item[]) =>
  items.toSorted((one, other) => (one.subjectId < other.subjectId ? -1 : 1))

function replyOf(
  operationId: string | null,
  state: Reply['state'],
  results: readonly OperationResult[],
  total = results.length,
): Reply {
  const count = (outcome: BulkResult['outcome']) => results.filter((one) => one.outcome === outcome).length
  return {
    operationId,
    state,
    total,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    results: results.map(({ subjectType: _, subjectId, subjectRef, ...fared }) => ({
      requestId: subjectId,
      referenceNumber: subjectRef,
      ...fared,
    })),
  }
}
