import { requests } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, addActivity, loadRequest, mustBeAllowed } from '../access.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

/** Into the trash: not a state of the work, and reversible. */
export const remove = handle(requests.remove, async ({ tx, db, actor, params, record, ifMatch }) => {
  const request = await loadRequest({ tx, db, actor, ifMatch }, params.id, { lock: true })
  mustBeAllowed('delete', actor, request)
  const deletedAt = clock.now()
  const saved = save(tx, actor, request, { deletedAt })
  const message = words.deleted(actor.name)
  const told = addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message,
    metadata: { event: 'deleted' },
  })
  record('request.deleted', about(request), {}, { deletedAt: [null, deletedAt] })
  await Promise.all([saved, told])
  return {}
})
