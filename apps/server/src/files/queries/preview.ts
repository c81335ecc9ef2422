import { join } from 'node:path'
import { files } from '@deskhand/contract'
import { openStore } from '../../platform/files/store.ts'
import { makeThumbnail } from '../../platform/files/thumbnail.ts'
import { handleOutside, type Outside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import type { AttachmentRecord } from '../access.ts'
import { look } from '../look.ts'
import { words } from '../words.ts'

export const preview = handleOutside(files.preview, async (outside) =>
  sendPreview(outside, await look(outside)),
)

/** A small picture of a picture, drawn at the first look and kept beside it. */
export async function sendPreview(
  { platform, request, reply }: Pick<Outside, 'platform' | 'request' | 'reply'>,
  attachment: Pick<AttachmentRecord, 'id' | 'previewPath' | 'storagePath'>,
) {
  const { previewPath, storagePath } = attachment
  if (!previewPath) throw new Stop('not_found', words.noPreview)
  // A file never changes under its id.
  const etag = `"${attachment.id}"`
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).send()
    return {}
  }
  const store = openStore(platform.config.folder)
  let found = await store.read(previewPath)
  if (!found) {
    await makeThumbnail(join(store.root, storagePath), join(store.root, previewPath))
    found = await store.read(previewPath)
  }
  if (!found?.size) {
    await found?.file.close()
    throw new Stop('not_found', words.noPreview)
  }
  reply
    .headers({ 'content-type': 'image/webp', 'content-length': found.size, 'content-disposition': 'inline' })
    .send(found.file.createReadStream())
  return {}
}
