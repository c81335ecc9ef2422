import { files } from '@deskhand/contract'
import { attachmentHeader } from '../../platform/files/names.ts'
import { openStore } from '../../platform/files/store.ts'
import { handleOutside, type Outside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import type { AttachmentRecord } from '../access.ts'
import { look, lookFor } from '../look.ts'
import { servedType } from '../rules.ts'
import { words } from '../words.ts'

export const download = handleOutside(files.download, async (outside) => send(outside, await look(outside)))

export const byId = handleOutside(files.byId, async (outside) => send(outside, await lookFor(outside)))

/** Streams a file out: always to be saved, and as nothing that a browser would run in our name. */
export async function send(
  { platform, reply }: Pick<Outside, 'platform' | 'reply'>,
  attachment: Pick<AttachmentRecord, 'id' | 'fileName' | 'mimeType' | 'storagePath'>,
) {
  const found = await openStore(platform.config.folder).read(attachment.storagePath)
  if (!found) {
    platform.log.error({ attachmentId: attachment.id }, 'a file is not in its place')
    throw new Stop('unavailable', words.lost)
  }
  reply
    .headers({
      'content-type': servedType(attachment.mimeType),
      'content-length': found.size,
      'content-disposition': attachmentHeader(attachment.fileName),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    .send(found.file.createReadStream())
  return {}
}
