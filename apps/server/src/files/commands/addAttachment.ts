import { fileLimits } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import type { Open } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, type RequestRecord } from '../../requests/access.ts'
import type { Attachment } from '../access.ts'
import { words } from '../words.ts'
import type { Arrived } from './takeIn.ts'

type Placed = Arrived & { id: string; place: string; isInternal: boolean }

/** Writes the row of a file that lies in its place already, its line in the timeline, and its event. */
export async function addAttachment(
  { tx, record }: Open,
  actor: Actor,
  request: RequestRecord,
  { id, name, size, sha256, mimeType, place, isInternal }: Placed,
): Promise<Attachment> {
  const activity = addActivity(tx, request, actor, {
    activityType: 'ATTACHMENT',
    message: words.attached(actor.name, name),
    isInternal,
    metadata: { attachmentId: id, fileName: name, fileSize: size, mimeType, sha256 },
  })
  const counting = tx.query<{ count: number }>(countAttachments, [actor.companyId, request.id])
  const [activityId, [counted]] = await Promise.all([activity, counting])
  if ((counted?.count ?? 0) >= fileLimits.perRequest)
    throw new Stop('rule', words.tooMany(fileLimits.perRequest))

  const now = clock.now()
  const hasPreview = picturable.has(mimeType)
  const values = [
    actor.companyId,
    id,
    request.id,
    activityId,
    actor.id,
    actor.name,
    name,
    size,
    mimeType,
    place,
  ]
  await tx.run(insertAttachment, [...values, hasPreview ? `${place}.webp` : null, isInternal, now])
  record(isInternal ? 'request.internal_file_added' : 'request.file_added', about(request), {
    attachmentId: id,
    fileName: name,
    isInternal,
  })
  return {
    id,
    requestId: request.id,
    activityId,
    uploadedById: actor.id,
    uploadedByName: actor.name,
    fileName: name,
    fileSize: size,
    mimeType,
    hasPreview,
    isInternal,
    isScanned: false,
    scanResult: null,
    createdAt: now.toISOString(),
  }
}

const countAttachments = `select count(*)::int as count from app.attachments a
  where a.company_id = $1 and a.request_id = $2 and a.deleted_at is null`

const insertAttachment = `
  insert into app.attachments (company_id, id, request_id, activity_id, uploaded_by_id, uploaded_by_name, file_name,
    file_size, mime_type, storage_path, preview_path, is_internal, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`
