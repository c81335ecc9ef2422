import * as z from 'zod'
import { command, event, instant, line, list, read, uuid } from './kit.ts'

export const AssetFileKind = z.enum(['PHOTO', 'INVOICE', 'WARRANTY', 'WIPE_PROOF', 'OTHER'])
export type AssetFileKind = z.output<typeof AssetFileKind>

/** The most files of one thing, and the most photos of one hand-over. */
export const assetFileLimits = { perAsset: 100, perHandOver: 10 }

/** Photos that were uploaded before, by `POST /uploads`. */
export const handOverPhotos = { photoIds: z.array(uuid).max(assetFileLimits.perHandOver).optional() }

export const AssetFile = z.strictObject({
  id: uuid,
  assetId: uuid,
  kind: AssetFileKind,
  /** Taken as it was handed out or came back. */
  handOver: z.enum(['OUT', 'BACK']).nullable(),
  fileName: z.string(),
  /** Bytes. */
  fileSize: z.int(),
  /** Decided by the file's first bytes. */
  mimeType: z.string(),
  /** A small picture can be had under `/preview`. */
  hasPreview: z.boolean(),
  uploadedByName: z.string(),
  createdAt: instant,
})
export type AssetFile = z.output<typeof AssetFile>

export const assetFiles = {
  list: read('GET /assets/:id/attachments', {
    may: 'signed-in',
    summary: 'The files of a thing, newest first',
    description: 'Whoever only has it sees its photos, but not those of how others got it or gave it back.',
    reply: list(AssetFile),
  }),
  add: command('POST /assets/:id/attachments', {
    may: 'assets.work',
    summary: 'Add a photo, an invoice, a warranty: multipart, one part named `file`',
    description: 'A file may be at most 50 MB. What the file is, its bytes say; a photo must be a picture.',
    query: z.strictObject({ kind: AssetFileKind.default('OTHER') }),
    reply: AssetFile,
    status: 201,
    upload: true,
    rate: 'upload',
    errors: [409, 413, 415, 422],
    events: ['asset.photo_added', 'asset.file_added'],
  }),
  download: read('GET /assets/:id/attachments/:attachmentId', {
    may: 'signed-in',
    summary: 'Download a file of a thing; always as an attachment, never shown from our origin',
    download: ['*/*'],
  }),
  preview: read('GET /assets/:id/attachments/:attachmentId/preview', {
    may: 'signed-in',
    summary: 'A small WebP picture of a picture, made by us',
    download: ['image/webp'],
  }),
  remove: command('DELETE /assets/:id/attachments/:attachmentId', {
    may: 'assets.work',
    summary: 'Take a file off a thing',
    status: 204,
    events: ['asset.photo_removed', 'asset.file_removed'],
  }),
}

const named = z.strictObject({ fileId: uuid, fileName: line(255), kind: AssetFileKind })

/** Lines of the stream of a thing that change nothing of its row. */
export const assetFileEvents = {
  'asset.photo_added': event('everyone', '{actor} added a photo of {ref}', named),
  'asset.photo_removed': event('everyone', '{actor} removed a photo of {ref}', named),
  'asset.file_added': event('staff', '{actor} added a file to {ref}', named),
  'asset.file_removed': event('staff', '{actor} removed a file from {ref}', named),
}
