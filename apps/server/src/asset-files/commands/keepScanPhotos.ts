import { assetFileLimits } from '@deskhand/contract'
import { lockAssets } from '../../assets/access.ts'
import { claimStaged } from '../../files/commands/claimStaged.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { noted } from '../access.ts'
import { words } from '../words.ts'

export type ScanPhoto = { scanId: string; assetId: string; fileId: string }
type NotKept = { scanId: string; why: string }

/**
 * Makes pictures that wait photos of the things that they were taken of; answers of which scans they cannot be, and
 * why. The things are not locked, because two devices that scan the same ones would wait for each other.
 */
export async function keepScanPhotos(
  { tx, actor, record }: { tx: Tx; actor: Actor; record: RecordEvent },
  photos: readonly ScanPhoto[],
): Promise<NotKept[]> {
  if (photos.length === 0) return []
  const assetIds = photos.map(({ assetId }) => assetId)
  const things = await lockAssets({ tx, actor }, assetIds, { lock: false })
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const claimed = await claimStaged(
    { tx, actor },
    photos.map(({ fileId }) => fileId),
  )
  const kept = photos.flatMap(({ scanId, assetId, fileId }) => {
    const [asset, file] = [byId.get(assetId), claimed.get(fileId)]
    // A picture is of one scan.
    claimed.delete(fileId)
    return asset && file && picturable.has(file.mimeType) ? [{ scanId, asset, file }] : []
  })
  const full = await tx.query<{ assetId: string }>(insert, [
    actor.companyId,
    actor.id,
    actor.name,
    clock.now(),
    JSON.stringify(kept.map(({ asset, file }) => ({ ...file, asset_id: asset.id }))),
    assetFileLimits.perAsset,
  ])
  for (const { asset, file } of kept)
    record('asset.photo_added', ...noted(asset, { id: file.id, fileName: file.name, kind: 'PHOTO' }))
  const isKept = new Set(kept.map(({ scanId }) => scanId))
  const isFull = new Set(full.map(({ assetId }) => assetId))
  return photos.flatMap(({ scanId, assetId }) => {
    if (!isKept.has(scanId)) return [{ scanId, why: words.noSuchPhoto }]
    return isFull.has(assetId) ? [{ scanId, why: words.tooMany(assetFileLimits.perAsset) }] : []
  })
}

// Answers the things that would hold too many; the statement sees how many each had before.
const insert = `
  with added as (
    insert into app.asset_files (company_id, id, asset_id, kind, file_name, file_size, mime_type, storage_path,
      preview_path, uploaded_by_id, uploaded_by_name, created_at)
    select $1, f.id, f.asset_id, 'PHOTO', f.name, f.size, f."mimeType", f.place, f.preview, $2, $3, $4
    from jsonb_to_recordset($5::jsonb) as f(id uuid, asset_id uuid, name text, size bigint, "mimeType" text, place text, preview text)
    returning asset_id)
  select n.asset_id as "assetId" from (select asset_id, count(*) as more from added group by 1) n
  where n.more + (select count(*) from app.asset_files f
    where f.company_id = $1 and f.asset_id = n.asset_id and f.deleted_at is null) > $6`
