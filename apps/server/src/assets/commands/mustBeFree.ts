import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Names = { assetTag?: string | null | undefined; serialNumber?: string | null | undefined }
type Taken = { id: string; assetTag: string; name: string | null; isTag: boolean }

/**
 * Stops where another thing has this tag or serial number, and names it. Two who say the same at once wait for each
 * other here.
 */
export async function mustBeFree(
  { tx, actor }: { tx: Tx; actor: Actor },
  { assetTag, serialNumber }: Names,
  exceptId: string | null = null,
): Promise<void> {
  const [tag, serial] = [assetTag?.toUpperCase() ?? null, serialNumber?.toUpperCase() ?? null]
  if (tag === null && serial === null) return
  await tx.run(
    `select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) name order by name`,
    [[`tag ${actor.companyId} ${tag}`, `serial ${actor.companyId} ${serial}`]],
  )
  const [taken] = await tx.query<Taken>(
    `select id, asset_tag as "assetTag", name, coalesce(tag_key = $2, false) as "isTag" from app.assets
     where company_id = $1 and id is distinct from $4::uuid
       and (tag_key = $2 or (serial_key = $3 and deleted_at is null))
     order by "isTag" desc limit 1`,
    [actor.companyId, tag, serial, exceptId],
  )
  if (!taken) return
  const message = taken.isTag ? words.tagTaken(taken) : words.serialTaken(taken)
  throw new Stop('conflict', message, {
    errors: [{ pointer: taken.isTag ? '/assetTag' : '/serialNumber', message }],
    conflicts: [{ subjectId: taken.id, subjectRef: taken.assetTag, message }],
  })
}
