import type { files, ReplyIn } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

export type Attachment = ReplyIn<typeof files.upload>
export type AttachmentRecord = Attachment & { storagePath: string; previewPath: string | null }

/** The columns that may leave, as one JSON object; `a` is the attachment. */
export const attachmentJson = `json_build_object('id', a.id, 'requestId', a.request_id, 'activityId', a.activity_id,
  'uploadedById', a.uploaded_by_id, 'uploadedByName', a.uploaded_by_name, 'fileName', a.file_name,
  'fileSize', a.file_size, 'mimeType', a.mime_type, 'hasPreview', a.preview_path is not null,
  'isInternal', a.is_internal, 'isScanned', a.is_scanned, 'scanResult', a.scan_result, 'createdAt', a.created_at)`

/**
 * A file of a request that the caller has loaded through its door; hidden and missing look the same. That an
 * internal file exists for staff alone is row-level security's business.
 */
export async function loadAttachment(
  tx: Tx,
  actor: Actor,
  requestId: string,
  id: string,
): Promise<AttachmentRecord> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ shown: Attachment; storagePath: string; previewPath: string | null }>(findAttachment, [
        actor.companyId,
        requestId,
        id,
      ])
    : []
  if (!row) throw noSuchFile()
  const { shown, storagePath, previewPath } = row
  return { ...shown, storagePath, previewPath }
}

/** Whose file it is; whether the caller may see that request is its door's question. */
export async function requestOf(tx: Tx, id: string): Promise<string> {
  const [file] = isUuid(id.toLowerCase())
    ? await tx.query<{ requestId: string }>(
        'select request_id as "requestId" from app.attachments where company_id = $1 and id = $2 and deleted_at is null',
        [tx.whose.companyId, id],
      )
    : []
  if (!file) throw noSuchFile()
  return file.requestId
}

export const noSuchFile = () => new Stop('not_found', words.noSuchFile)

const findAttachment = `
  select ${attachmentJson} as shown, a.storage_path as "storagePath", a.preview_path as "previewPath"
  from app.attachments a
  where a.company_id = $1 and a.request_id = $2 and a.id = $3 and a.deleted_at is null`
