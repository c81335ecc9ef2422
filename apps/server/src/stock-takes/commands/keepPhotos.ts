import { keepScanPhotos } from '../../asset-files/commands/keepScanPhotos.ts'
import type { Inside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'

type Sent = { clientScanId: string; photoId?: string | undefined }
/** A scan that is new, and of what it is. */
export type Fresh = { clientScanId: string; assetId: string | null }

/** Keeps the photos of scans that are new with their things; of a code that nothing has, none is kept. */
export async function keepPhotos(
  { tx, actor, record }: Pick<Inside, 'tx' | 'actor' | 'record'>,
  stockTakeId: string,
  sent: readonly Sent[],
  fresh: readonly Fresh[],
): Promise<void> {
  const thingOf = new Map(fresh.map(({ clientScanId, assetId }) => [clientScanId, assetId]))
  const photos = sent.flatMap(({ clientScanId, photoId }) => {
    const scanId = clientScanId.toLowerCase()
    const assetId = thingOf.get(scanId)
    return photoId && assetId ? [{ scanId, assetId, fileId: photoId.toLowerCase() }] : []
  })
  if (photos.length === 0) return
  const [refused] = await keepScanPhotos({ tx, actor, record }, photos)
  if (refused) {
    const at = sent.findIndex(({ clientScanId }) => clientScanId.toLowerCase() === refused.scanId)
    throw new Stop('rule', refused.why, {
      errors: [{ pointer: `/scans/${at}/photoId`, message: refused.why }],
    })
  }
  await tx.run(
    `update app.stock_take_scans n set photo_id = r."fileId"
     from jsonb_to_recordset($3::jsonb) as r("scanId" uuid, "fileId" uuid)
     where n.company_id = $1 and n.stock_take_id = $2 and n.client_scan_id = r."scanId"`,
    [actor.companyId, stockTakeId, JSON.stringify(photos)],
  )
}
