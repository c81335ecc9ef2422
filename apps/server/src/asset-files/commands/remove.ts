import { assetFiles } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import { mustKeep } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { type AssetFileRecord, loadFile, noted } from '../access.ts'

export const remove = handle(assetFiles.remove, async (inside) => {
  const { asset, file } = await loadFile(inside, inside.params, { lock: true })
  mustKeep(inside.actor, asset)
  await takeOff(inside, asset, file)
  return {}
})

/** Out of sight; the bytes stay until retention takes them. */
export async function takeOff(
  { tx, record }: { tx: Tx; record: RecordEvent },
  asset: AssetRecord,
  file: AssetFileRecord,
): Promise<void> {
  await tx.run('update app.asset_files set deleted_at = $3 where company_id = $1 and id = $2', [
    asset.companyId,
    file.id,
    clock.now(),
  ])
  record(file.kind === 'PHOTO' ? 'asset.photo_removed' : 'asset.file_removed', ...noted(asset, file))
}
