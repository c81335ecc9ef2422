import { merges } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { carryThings } from '../../request-assets/commands/carry.ts'
import { about, addActivity, allowedMoves, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { move } from '../../requests/commands/move.ts'
import { save } from '../../requests/commands/save.ts'
import { loadRequests } from '../../requests/queries/loadRequests.ts'
import { isOpen } from '../../requests/rules.ts'
import { listsOf } from '../access.ts'
import { whyNotMerge } from '../rules.ts'
import { words } from '../words.ts'
import { answerMerge } from './answerMerge.ts'

type Inside = Parameters<typeof move>[0]

/** Resolves duplicates as such and points them to the request that stays: all of them, or none. */
export const merge = handle(merges.merge, async (inside) => {
  const { tx, actor, params, body, record, ifMatch } = inside
  if (ifMatch) await loadRequest(inside, params.id, { lock: true })
  const [target, ...all] = await loadRequests(inside, [params.id, ...body.requestIds])
  if (!target) throw new Error('Nothing was loaded and nothing refused.')
  const sources = [...new Map(all.map((one) => [one.id, one])).values()]
  const lists = await listsOf(tx, [target.id, ...sources.map(({ id }) => id)])
  for (const source of sources) {
    const refusal = whyNotMerge(actor, source, target, lists, clock.now())
    if (!refusal) continue
    // A merge resolves: what is settled refuses it as every other door does.
    const isIllegal = refusal.code === 'state' && !isOpen(source) && !source.mergedIntoId
    throw new Stop(refusal.code, refusal.sentence, isIllegal ? { allowed: allowedMoves(actor, source) } : {})
  }
  const refs = sources.map(({ referenceNumber }) => referenceNumber)
  const operation = await beginOperation(
    { tx, actor, record },
    {
      kind: 'requests.merge',
      summary: [target, ...sources].some(({ isConfidential }) => isConfidential)
        ? words.sealedSummary(sources.length)
        : words.summary(refs, target.referenceNumber),
      changed: sources.length,
    },
  )
  for (const source of sources) await point({ ...inside, record: operation.record }, source, target)
  return answerMerge(tx, actor, operation.id, target, sources)
})

/** One duplicate: resolved, closed, pointed, and told on both sides. */
async function point(inside: Inside, request: RequestRecord, target: RequestRecord): Promise<void> {
  const { tx, actor, record } = inside
  const isSame = request.requesterId === target.requesterId
  const source = await move(
    inside,
    request,
    {
      to: 'RESOLVED',
      resolutionCode: 'DUPLICATE',
      resolutionText: isSame ? words.goesOn(target.referenceNumber) : words.goesOnTogether,
    },
    ['technician'],
  )
  const at = clock.now()
  tellMerged(record, source, target, at)
  await save(tx, actor, source, { mergedIntoId: target.id, mergedAt: at, closedAt: at })
  await carryThings(tx, source.id, target.id)
  await addActivity(tx, target, actor, {
    activityType: 'SYSTEM',
    message: words.absorbed(actor.name, source.referenceNumber),
    metadata: { event: 'merged', fromReference: source.referenceNumber },
    // That somebody else asked the same is not the requester's business.
    isInternal: !isSame,
  })
}

function tellMerged(record: RecordEvent, source: RequestRecord, target: RequestRecord, at: Date): void {
  const { id, referenceNumber } = target
  record(
    'request.merged',
    about(source),
    { intoId: id, intoRef: referenceNumber },
    { mergedIntoId: [null, id], mergedAt: [null, at], closedAt: [null, at] },
  )
  record('request.absorbed', about(target), { fromId: source.id, fromRef: source.referenceNumber })
}
