import { type AssetFile, assetFileLimits } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import type { Placed } from '../../files/commands/takeUpload.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { noted } from '../access.ts'
import { words } from '../words.ts'

/** Writes the row of a file that lies in its place already, and the line of its thing; the thing is locked. */
export async function insertFile(
  { tx, record, actor }: { tx: Tx; record: RecordEvent; actor: Actor },
  asset: AssetRecord,
  { id, name, size, mimeType, place }: Placed,
  kind: AssetFile['kind'],
): Promise<AssetFile> {
  const now = clock.now()
  const hasPreview = picturable.has(mimeType)
  const preview = hasPreview ? `${place}.webp` : null
  const values = [asset.companyId, id, asset.id, kind, name, size, mimeType, place, preview]
  const { rowCount } = await tx.run(insert, [...values, actor.id, actor.name, now, assetFileLimits.perAsset])
  if (rowCount === 0) throw new Stop('rule', words.tooMany(assetFileLimits.perAsset))
  record(
    kind === 'PHOTO' ? 'asset.photo_added' : 'asset.file_added',
    ...noted(asset, { id, fileName: name, kind }),
  )
  return {
    id,
    assetId: asset.id,
    kind,
    handOver: null,
    fileName: name,
    fileSize: size,
    mimeType,
    hasPreview,
    uploadedByName: actor.name,
    createdAt: now.toISOString(),
  }
}

const insert = `
  insert into app.asset_files (company_id, id, asset_id, kind, file_name, file_size, mime_type, storage_path,
    preview_path, uploaded_by_id, uploaded_by_name, created_at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
  where (select count(*) from app.asset_files f
    where f.company_id = $1 and f.asset_id = $3 and f.deleted_at is null) < $13`
