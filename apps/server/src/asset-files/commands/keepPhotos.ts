import { type AssetFile, assetFileLimits } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { noted } from '../access.ts'
import { words } from '../words.ts'

type Photos = {
  /** Of `POST /uploads`, by whoever does this. */
  ids: readonly string[]
  handOver: NonNullable<AssetFile['handOver']>
  /** To whom it goes, or who gives it back. */
  personId: string | null
}

/** Makes pictures that wait for it photos of a locked thing, all or none: how it was when it changed hands. */
export async function keepPhotos(
  { tx, record, actor }: { tx: Tx; record: RecordEvent; actor: Actor },
  asset: AssetRecord,
  { ids: given, handOver, personId }: Photos,
): Promise<void> {
  const ids = [...new Set(given.map((id) => id.toLowerCase()))]
  if (ids.length === 0) return
  const kept = await tx.query<{ id: string; fileName: string; before: number }>(claim, [
    asset.companyId,
    asset.id,
    ids,
    actor.id,
    actor.name,
    handOver,
    personId,
    clock.now(),
    [...picturable],
  ])
  if (kept.length < ids.length) throw refuseField('photoIds', words.noSuchPhoto)
  if ((kept[0]?.before ?? 0) + ids.length > assetFileLimits.perAsset)
    throw new Stop('rule', words.tooMany(assetFileLimits.perAsset))
  for (const photo of kept) record('asset.photo_added', ...noted(asset, { ...photo, kind: 'PHOTO' }))
}

const claim = `
  with staged as (
    delete from app.staged_files s
    where s.company_id = $1 and s.person_id = $4 and s.id = any ($3::uuid[]) and s.mime_type = any ($9) returning s.*),
  kept as (
    insert into app.asset_files (company_id, id, asset_id, kind, hand_over, person_id, file_name, file_size, mime_type,
      storage_path, preview_path, uploaded_by_id, uploaded_by_name, created_at)
    select company_id, id, $2, 'PHOTO', $6, $7, file_name, file_size, mime_type, storage_path, preview_path, $4, $5, $8
    from staged returning id, file_name)
  select kept.id, kept.file_name as "fileName", (select count(*)::int from app.asset_files f
    where f.company_id = $1 and f.asset_id = $2 and f.deleted_at is null) as before
  from kept order by kept.id`
