import type { AssetRecord } from '../../assets/access.ts'
import { type Claimed, claimStaged } from '../../files/commands/claimStaged.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { noted } from '../access.ts'

type Proof = { asset: AssetRecord; fileId: string }

/** Makes files that wait proofs that the data of these locked things is gone; answers those that were not there. */
export async function keepProofs(
  { tx, actor, record }: { tx: Tx; actor: Actor; record: RecordEvent },
  proofs: readonly Proof[],
): Promise<string[]> {
  const claimed = await claimStaged(
    { tx, actor },
    proofs.map(({ fileId }) => fileId),
  )
  const kept = proofs.flatMap(({ asset, fileId }) => {
    const file: Claimed | undefined = claimed.get(fileId)
    return file ? [{ asset, file }] : []
  })
  if (kept.length > 0)
    await tx.run(insert, [
      actor.companyId,
      actor.id,
      actor.name,
      clock.now(),
      JSON.stringify(kept.map(({ asset, file }) => ({ ...file, asset_id: asset.id }))),
    ])
  for (const { asset, file } of kept)
    record('asset.file_added', ...noted(asset, { id: file.id, fileName: file.name, kind: 'WIPE_PROOF' }))
  return proofs.flatMap(({ fileId }) => (claimed.has(fileId) ? [] : [fileId]))
}

const insert = `
  insert into app.asset_files (company_id, id, asset_id, kind, file_name, file_size, mime_type, storage_path,
    preview_path, uploaded_by_id, uploaded_by_name, created_at)
  select $1, f.id, f.asset_id, 'WIPE_PROOF', f.name, f.size, f."mimeType", f.place, f.preview, $2, $3, $4
  from jsonb_to_recordset($5::jsonb) as f(id uuid, asset_id uuid, name text, size bigint, "mimeType" text, place text, preview text)`
