import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { about, addActivity, loadRequest, mustBeAllowed } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

export const restore = handle(requests.restore, async ({ tx, db, actor, params, record, ifMatch }) => {
  const request = await loadRequest({ tx, db, actor, ifMatch }, params.id, { lock: true, trashed: true })
  mustBeAllowed('restore', actor, request)
  const saved = save(tx, actor, request, { deletedAt: null })
  const message = words.restored(actor.name)
  const told = addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message,
    metadata: { event: 'restored' },
  })
  record('request.restored', about(request), {}, { deletedAt: [request.deletedAt, null] })
  const [whole] = await Promise.all([answerWhole(tx, actor, request), saved, told])
  return whole
})
