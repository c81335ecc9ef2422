import { type AssetFields, type AssetMove, assetStates, assets } from '@deskhand/contract'
import { endAcceptances } from '../../acceptances/commands/endAcceptances.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { type AssetRecord, loadAsset, moversOf } from '../access.ts'
import { missingFrom, refusalToMove, requiredFor, subStatesFor, waysFrom } from '../moveRules.ts'
import { readMoveFacts } from '../queries/moveFacts.ts'
import { named, readAsset } from '../queries/whole.ts'
import { words } from '../words.ts'
import { mustBeThere } from './mustBeThere.ts'
import { changeAsset } from './write.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }

export const transition = handle(assets.transition, async (inside) => {
  const { tx, actor, body } = inside
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  const word = assetStates.find(asset.status, body.to)?.word ?? words.toldMoreExactly
  const operation = await beginOperation(inside, {
    kind: 'assets.transition',
    summary: words.moved(asset.assetTag, word),
    changed: 1,
  })
  const moved = await moveAsset({ tx, actor, record: operation.record }, asset, body)
  const whole = await readAsset({ tx, actor }, named(actor, asset.id))
  return answer({ ...whole, operationId: operation.id }, { version: moved.version })
})

/** Moves a locked thing in its life, by the table, the rules and whoever moves it. */
export async function moveAsset(work: Work, asset: AssetRecord, body: AssetMove): Promise<AssetRecord> {
  const { tx, actor } = work
  const { to } = body
  const asked = { thing: asset, movers: moversOf(actor, asset), facts: await readMoveFacts(tx, asset) }
  const isPlain = asset.status === to
  const first = isPlain ? null : (subStatesFor(asset, asked.movers, to)[0] ?? null)
  const subStatus = body.subStatus ?? first
  const refusal = refusalToMove(asked, to, isPlain && !body.subStatus ? asset.subStatus : subStatus)
  if (refusal?.field) throw refuseField(refusal.field, refusal.sentence)
  if (refusal)
    throw new Stop(refusal.code, refusal.sentence, {
      ...(refusal.code === 'state' && { allowed: waysFrom(asked).map((way) => way.to) }),
    })
  const errors = missingFrom(body, requiredFor(asset, to, subStatus)).map((field) => ({
    pointer: `/${field}`,
    message: words.required[field],
  }))
  const [error] = errors
  if (error) throw new Stop('rule', error.message, { errors })
  if (body.successorId?.toLowerCase() === asset.id) throw refuseField('successorId', words.notInItself)
  if (body.locationId && to !== 'IN_STOCK') throw refuseField('locationId', words.onlyIntoStock)
  await mustBeThere(tx, body)
  const { reason, report, wipeProof, reportNumber: policeNumber } = body
  const details = { reason, report, policeNumber, wipeProof }
  const changed = await changeAsset(
    work,
    asset,
    'asset.moved',
    { from: asset.status, to, subStatus, details: JSON.parse(JSON.stringify(details)) },
    { status: to, subStatus, ...besides(body, subStatus) },
  )
  if (!changed) throw new Stop('state', words.thatAlready(asset.assetTag))
  if (changed.personId === null && asset.personId !== null) await endAcceptances(work, [asset.id])
  return changed
}

/** What goes along with a move: whoever had it has it no more, once it is in stock or gone for good. */
export function besides(
  { to, condition, locationId, successorId }: AssetMove,
  subStatus: AssetRecord['subStatus'],
): Partial<AssetFields> {
  const isGivenUp = to === 'RETIRED' || to === 'VOID' || (to === 'IN_STOCK' && subStatus !== 'RESERVED')
  return {
    ...(isGivenUp && { personId: null, parentAssetId: null, acceptance: 'NONE', isDisputed: false }),
    ...((isGivenUp || subStatus === 'NORMAL') && { dueAt: null }),
    ...(condition && { condition }),
    ...(locationId && { locationId }),
    ...(successorId && { successorId }),
  }
}
