import type { files } from '@deskhand/contract'
import type { Outside } from '../platform/http/handle.ts'
import { Stop } from '../platform/stop.ts'
import { loadRequest } from '../requests/access.ts'
import { notePartOpened } from '../requests/queries/noteOpening.ts'
import { type AttachmentRecord, loadAttachment, noSuchFile, requestOf } from './access.ts'

/** The same for an address that names the file alone. */
export function lookFor({
  open,
  actor,
  params,
}: Pick<Outside<typeof files.byId>, 'open' | 'actor' | 'params'>): Promise<AttachmentRecord> {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  return open(async ({ tx, db, record }) => {
    const requestId = await requestOf(tx, params.id)
    const request = await loadRequest({ tx, db, actor }, requestId).catch((refused: unknown) => {
      throw refused instanceof Stop && refused.code === 'not_found' ? noSuchFile() : refused
    })
    if (request.isConfidential) await notePartOpened({ tx, actor, record }, request.id)
    return loadAttachment(tx, actor, request.id, params.id)
  })
}

/** The file that an address names, through the request's door and then its own. */
export function look({
  open,
  actor,
  params,
}: Pick<Outside<typeof files.download>, 'open' | 'actor' | 'params'>): Promise<AttachmentRecord> {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  return open(async ({ tx, db, record }) => {
    const request = await loadRequest({ tx, db, actor }, params.id)
    if (request.isConfidential) await notePartOpened({ tx, actor, record }, request.id)
    return loadAttachment(tx, actor, request.id, params.attachmentId)
  })
}
