import { assets } from '@deskhand/contract'
import { freeSeats } from '../../licences/commands/freeSeats.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { type AssetRecord, loadAsset } from '../access.ts'
import { whatPointsTo } from '../queries/pointers.ts'
import { answerWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { mustBeFree } from './mustBeFree.ts'
import { changeAsset } from './write.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }

export const remove = handle(assets.remove, async (inside) => {
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  await mustBeAnError(inside.tx, asset)
  await deleteAsset(inside, asset)
  return {}
})

/** Deletes a locked thing, and frees the seats of licences that it had. */
export async function deleteAsset(work: Work, asset: AssetRecord): Promise<void> {
  await changeAsset(work, asset, 'asset.deleted', {}, { deletedAt: clock.now().toISOString() })
  await freeSeats({ ...work, actor: null }, { assetId: asset.id }, 'THING_GONE')
}

/** What has a history is retired and not deleted: somebody may ask for it. `besides` is a deed that does not count. */
export async function mustBeAnError(
  tx: Tx,
  { companyId, id, assetTag }: AssetRecord,
  besides: string | null = null,
): Promise<void> {
  const [[life], pointers] = await Promise.all([
    tx.query<{ isLived: boolean }>(find, [companyId, id, besides]),
    whatPointsTo(tx, [id]),
  ])
  if (life?.isLived) throw new Stop('state', words.hasHistory(assetTag))
  const pointed = pointers.get(id)
  if (pointed) throw new Stop('state', pointed)
}

export const restore = handle(assets.restore, async (inside) => {
  const asset = await loadAsset(inside, inside.params.id, { lock: true, trashed: true })
  if (!asset.deletedAt) throw new Stop('state', words.notDeleted(asset.assetTag))
  // Somebody may have added another with its serial number since.
  await mustBeFree(inside, { serialNumber: asset.serialNumber }, asset.id)
  await changeAsset(inside, asset, 'asset.restored', {}, { deletedAt: null })
  return answerWhole(inside, asset.id)
})

const find = `
  select exists (select from app.events e where e.company_id = $1 and e.subject_id = $2 and e.subject_type = 'asset'
      and e.name not in ('asset.created', 'asset.deleted', 'asset.restored')
      and e.operation_id is distinct from $3::uuid) as "isLived"`
