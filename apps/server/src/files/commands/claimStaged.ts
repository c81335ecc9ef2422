import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** A file that lies in its place and belongs to whoever took it. */
export type Claimed = {
  id: string
  name: string
  size: number
  mimeType: string
  place: string
  preview: string | null
}

/** Takes files of `POST /uploads` from their sender, to be a row of the caller's; those that are not theirs are left out. */
export async function claimStaged(
  { tx, actor }: { tx: Tx; actor: Actor },
  ids: readonly string[],
): Promise<Map<string, Claimed>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<Claimed>(
    `delete from app.staged_files s where s.company_id = $1 and s.person_id = $2 and s.id = any ($3::uuid[])
     returning s.id, s.file_name as name, s.file_size::int as size, s.mime_type as "mimeType",
       s.storage_path as place, s.preview_path as preview`,
    [actor.companyId, actor.id, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
