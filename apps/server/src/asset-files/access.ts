import type { AssetFile } from '@deskhand/contract'
import { type AssetRecord, about, loadAsset } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

export type AssetFileRecord = AssetFile & { storagePath: string; previewPath: string | null }

/** A file `f` as the contract has it. */
export const fileJson = `json_build_object('id', f.id, 'assetId', f.asset_id, 'kind', f.kind, 'handOver', f.hand_over,
  'fileName', f.file_name, 'fileSize', f.file_size, 'mimeType', f.mime_type, 'hasPreview', f.preview_path is not null,
  'uploadedByName', f.uploaded_by_name, 'createdAt', f.created_at)`

type Asked = { id: string; attachmentId: string }

/** The thing through its door, then one of its files; row-level security says which of them this person sees. */
export async function loadFile(
  inside: { tx: Tx; actor: Actor },
  { id, attachmentId }: Asked,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ asset: AssetRecord; file: AssetFileRecord }> {
  const asset = await loadAsset(inside, id, { lock })
  const [row] = isUuid(attachmentId.toLowerCase())
    ? await inside.tx.query<{ file: AssetFile; storagePath: string; previewPath: string | null }>(find, [
        asset.companyId,
        asset.id,
        attachmentId.toLowerCase(),
      ])
    : []
  if (!row) throw new Stop('not_found', words.noSuchFile)
  const { storagePath, previewPath } = row
  return { asset, file: { ...row.file, storagePath, previewPath } }
}

/** What happened to a file, as a line of the stream of its thing. */
export const noted = (
  asset: AssetRecord,
  { id, fileName, kind }: Pick<AssetFile, 'id' | 'fileName' | 'kind'>,
) => [about(asset), { fileId: id, fileName, kind }] as const

const find = `
  select ${fileJson} as file, f.storage_path as "storagePath", f.preview_path as "previewPath" from app.asset_files f
  where f.company_id = $1 and f.asset_id = $2 and f.id = $3 and f.deleted_at is null`
