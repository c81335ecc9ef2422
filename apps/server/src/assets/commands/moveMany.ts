import type { AssetState, AssetSubState } from '@deskhand/contract'
import { endAcceptances } from '../../acceptances/commands/endAcceptances.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { type AssetRecord, moversOf } from '../access.ts'
import { refusalToMove } from '../moveRules.ts'
import { readFactsOf } from '../queries/moveFacts.ts'
import { besides } from './transition.ts'
import { type AssetChange, changeAssets } from './write.ts'

type Way = {
  to: AssetState
  subStatus: AssetSubState
  /** What is said of each: a reason, a proof. */
  detailsOf: (asset: AssetRecord) => Record<string, unknown>
}

/** Moves these locked things in their lives, all or none, by the rules of the single move and in two statements. */
export async function moveMany(
  work: { tx: Tx; actor: Actor; record: RecordEvent },
  assets: readonly AssetRecord[],
  { to, subStatus, detailsOf }: Way,
): Promise<void> {
  if (assets.length === 0) return
  const facts = await readFactsOf(
    work.tx,
    assets.map(({ id }) => id),
  )
  const moved = assets.flatMap((asset): AssetChange[] => {
    if (asset.status === to && asset.subStatus === subStatus) return []
    const known = facts.get(asset.id) ?? { former: null, partCount: 0, openRefs: [] }
    const asked = { thing: asset, movers: moversOf(work.actor, asset), facts: known }
    const refusal = refusalToMove(asked, to, subStatus)
    if (refusal) throw new Stop(refusal.code, refusal.sentence)
    const data = { from: asset.status, to, subStatus, details: detailsOf(asset) }
    return [
      { asset, name: 'asset.moved', data, given: { status: to, subStatus, ...besides({ to }, subStatus) } },
    ]
  })
  await changeAssets(work, moved)
  const left = assets.flatMap(({ id, personId }) => (personId === null ? [] : [id]))
  if (to === 'RETIRED') await endAcceptances(work, left)
}
