import type { OperationResult, Route } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Open, Outside } from '../../platform/http/handle.ts'
import { claimKey, type Key, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import type { Batch } from '../../platform/jobs/batch.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { untilEnd } from '../queries/untilEnd.ts'
import { beginBatch } from './beginBatch.ts'
import { type Item, runItems } from './runItems.ts'

/** So many in one transaction of a dry run, which locks what it looks at. */
const chunk = 20
const patience = 30_000

type State = Awaited<ReturnType<typeof untilEnd>>['state']

type Caller = Pick<Outside, 'actor' | 'open' | 'platform' | 'request' | 'reply'> & {
  params: unknown
  body: { action: unknown; dryRun: boolean }
}
type Asked = Caller & { actor: Actor }

/** What bulk routes answer: each result names its record as the route does. */
export type BulkDone<Named> = {
  operationId: string | null
  state: State
  total: number
  changed: number
  unchanged: number
  refused: number
  results: Named[]
}

export type Bulk<Named> = {
  /** Whose keys of idempotency these are. */
  route: Route
  batch: Batch
  choose: (inside: Open & { actor: Actor; platform: Platform }) => Promise<Item[]>
  summary: (count: number) => string
  /** What is said where nothing is chosen. */
  none: string
  nameOf: (result: OperationResult) => Named
}

/** One change of many records as an operation: tried and rolled back, or done once for each key. */
export async function runBulk<Named>(caller: Caller, bulk: Bulk<Named>): Promise<BulkDone<Named>> {
  const { actor, body } = caller
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const asked = { ...caller, actor }
  return body.dryRun ? rehearse(asked, bulk) : perform(asked, bulk)
}

/** Does it and rolls it back, a few at a time. */
async function rehearse<Named>(asked: Asked, bulk: Bulk<Named>): Promise<BulkDone<Named>> {
  const { open, actor, body, platform } = asked
  const items = await open((inside) => bulk.choose({ ...inside, actor, platform }))
  const work = { id: '', batch: bulk.batch, payload: body.action }
  const results: OperationResult[] = []
  for (let at = 0; at < items.length; at += chunk) {
    const some = items.slice(at, at + chunk)
    results.push(
      ...(await open((inside) => runItems({ ...inside, actor, platform }, work, some, { keep: false }))),
    )
  }
  return doneOf(bulk, null, 'DONE', results)
}

/** Begins the operation, once for each key, and waits for its end where the caller does. */
async function perform<Named>(asked: Asked, bulk: Bulk<Named>): Promise<BulkDone<Named>> {
  const { open, actor, body, params, platform, request } = asked
  const header = request.headers['idempotency-key']
  const path = `${bulk.route.method} ${bulk.route.path}`
  const key = readKey(platform, header, path, [params, body], actor.id)
  const begun = await open((inside) => begin({ ...asked, ...inside }, bulk, key))
  if (!begun.operationId || begun.state === 'DONE') return begun
  if (String(request.headers['prefer'] ?? '').includes('respond-async')) return begun
  const { state, results } = await untilEnd(asked, begun.operationId, patience)
  return doneOf(bulk, begun.operationId, state, results, begun.total)
}

async function begin<Named>(
  inside: Asked & Open,
  bulk: Bulk<Named>,
  key: Key | null,
): Promise<BulkDone<Named>> {
  const { tx, body, reply } = inside
  const kept = key && (await claimKey(tx, key))
  if (kept) {
    reply.header('idempotent-replayed', 'true')
    // What was kept is what `doneOf` made.
    return JSON.parse(kept.body) as BulkDone<Named>
  }
  const items = await bulk.choose(inside)
  if (items.length === 0) throw new Stop('rule', bulk.none)
  const { operationId, state, results } = await beginBatch(inside, {
    kind: bulk.batch.kind,
    summary: bulk.summary(items.length),
    payload: body.action,
    items: inOneOrder(items),
  })
  const places = new Map(items.map(({ subjectId }, place) => [subjectId, place]))
  const placeOf = ({ subjectId }: OperationResult) => places.get(subjectId) ?? 0
  const sorted = results.toSorted((one, other) => placeOf(one) - placeOf(other))
  const answered = doneOf(bulk, operationId, state, sorted, items.length)
  if (key) keepAnswer(tx, key, { status: 200, headers: {}, body: JSON.stringify(answered) })
  return answered
}

/** Two who change the same records at once lock them in the same order, and neither waits in a circle. */
const inOneOrder = (items: readonly Item[]) =>
  items.toSorted((one, other) => (one.subjectId < other.subjectId ? -1 : 1))

function doneOf<Named>(
  { nameOf }: Bulk<Named>,
  operationId: string | null,
  state: State,
  results: readonly OperationResult[],
  total = results.length,
): BulkDone<Named> {
  const count = (outcome: OperationResult['outcome']) =>
    results.filter((one) => one.outcome === outcome).length
  return {
    operationId,
    state,
    total,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    results: results.map(nameOf),
  }
}
