import type { files } from '@deskhand/contract'
import type { Outside } from '../platform/http/handle.ts'
import { Stop } from '../platform/stop.ts'
import { loadRequest } from '../requests/access.ts'
import { type AttachmentRecord, loadAttachment } from './access.ts'

/** The file that an address names, through the request's door and then its own. */
export function look({
  open,
  actor,
  params,
}: Pick<Outside<typeof files.download>, 'open' | 'actor' | 'params'>): Promise<AttachmentRecord> {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  return open(async ({ tx, db }) => {
    const request = await loadRequest({ tx, db, actor }, params.id)
    return loadAttachment(tx, actor, request.id, params.attachmentId)
  })
}
