import { files } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { loadAttachment } from '../access.ts'
import { words } from '../words.ts'

/** Takes a file out of sight; the desk any, everybody else what they sent themselves. */
export const remove = handle(files.remove, async (inside) => {
  const { tx, db, actor, params, record } = inside
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  const { id, fileName, isInternal, uploadedById } = await loadAttachment(
    tx,
    actor,
    request.id,
    params.attachmentId,
  )
  if (uploadedById !== actor.id && !isStaff(actor, request)) throw new Stop('forbidden', words.notYours)
  mustBeAllowed('attach', actor, request)

  await Promise.all([
    tx.run('update app.attachments set deleted_at = $3 where company_id = $1 and id = $2', [
      actor.companyId,
      id,
      clock.now(),
    ]),
    addActivity(tx, request, actor, {
      activityType: 'ATTACHMENT',
      message: words.removed(actor.name, fileName),
      isInternal,
      metadata: { removed: id },
    }),
  ])
  record(isInternal ? 'request.internal_file_removed' : 'request.file_removed', about(request), {
    attachmentId: id,
    fileName,
    isInternal,
  })
  return {}
})
