import * as z from 'zod'
import { command, event, instant, line, list, read, uuid } from './kit.ts'

export const Attachment = z.strictObject({
  id: uuid,
  requestId: uuid,
  activityId: uuid.nullable(),
  uploadedById: uuid.nullable(),
  uploadedByName: z.string(),
  fileName: z.string(),
  /** Bytes. */
  fileSize: z.int(),
  /** Decided by the file's first bytes, never by what the sender said. */
  mimeType: z.string(),
  /** A small picture can be had under `/preview`. */
  hasPreview: z.boolean(),
  isInternal: z.boolean(),
  isScanned: z.boolean(),
  scanResult: z.string().nullable(),
  createdAt: instant,
})

/** A file that waits for its request; only who uploaded it knows of it. */
export const StagedFile = Attachment.pick({
  id: true,
  fileName: true,
  fileSize: true,
  mimeType: true,
  createdAt: true,
})

/** The largest file, in bytes, and the most files of one request. */
export const fileLimits = { bytes: 50 * 1024 * 1024, perRequest: 100 }

export const files = {
  list: read('GET /requests/:id/attachments', {
    may: 'requests.read',
    summary: 'The files of a request',
    reply: list(Attachment),
  }),
  upload: command('POST /requests/:id/attachments', {
    may: 'requests.read',
    summary: 'Upload a file: multipart, one part named `file`',
    description: 'A file may be at most 50 MB. What the file is, its bytes say; programs are refused.',
    query: z.strictObject({ isInternal: z.stringbool().optional() }),
    reply: Attachment,
    status: 201,
    upload: true,
    rate: 'upload',
    errors: [409, 413, 415, 422],
    events: ['request.file_added', 'request.internal_file_added'],
  }),
  staged: read('GET /uploads', {
    may: 'requests.create',
    summary: 'The caller’s files that wait for a request',
    reply: list(StagedFile),
  }),
  stage: command('POST /uploads', {
    may: 'requests.create',
    summary: 'Upload a file before its request is made: multipart, one part named `file`',
    description:
      'Name its id in the answer of a field for files. What no request takes is removed after 7 days.',
    reply: StagedFile,
    status: 201,
    upload: true,
    rate: 'upload',
    log: false,
    errors: [413, 415, 422],
  }),
  download: read('GET /requests/:id/attachments/:attachmentId', {
    may: 'requests.read',
    summary: 'Download a file; always as an attachment, never shown from our origin',
    download: ['*/*'],
  }),
  byId: read('GET /files/:id', {
    may: 'requests.read',
    summary: 'Download a file of any request that the caller may see, by its own id',
    download: ['*/*'],
  }),
  preview: read('GET /requests/:id/attachments/:attachmentId/preview', {
    may: 'requests.read',
    summary: 'A small WebP picture of a picture, made by us',
    download: ['image/webp'],
  }),
  remove: command('DELETE /requests/:id/attachments/:attachmentId', {
    may: 'requests.read',
    summary: 'Remove a file: a technician any, a requester their own',
    status: 204,
    errors: [409],
    events: ['request.file_removed', 'request.internal_file_removed'],
  }),
}

const named = z.strictObject({ attachmentId: uuid, fileName: line(255), isInternal: z.boolean() })

export const fileEvents = {
  'request.file_added': event('everyone', '{actor} attached a file to {ref}', named),
  'request.internal_file_added': event('staff', '{actor} attached a file to {ref} for the team', named),
  'request.file_removed': event('everyone', '{actor} removed a file from {ref}', named),
  'request.internal_file_removed': event('staff', '{actor} removed a file of the team from {ref}', named),
}
