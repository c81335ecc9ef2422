import { type Undo, undo } from '../platform/log/undo.ts'
import { takeThingsAlong } from '../request-assets/commands/carry.ts'
import { about, addActivity } from '../requests/access.ts'
import { loadForUndo } from '../requests/commands/loadForUndo.ts'
import { save } from '../requests/commands/save.ts'
import { release } from './commands/release.ts'
import { words } from './words.ts'

/** What came through a merged request since the merge, and was not said to stay, goes back with it. */
const takeBack = `
  with moved as (
    update app.request_activities set request_id = $2, via_request_id = null, private_to_id = null
    where company_id = $1 and via_request_id = $2 and not metadata ? 'stays' returning id)
  update app.attachments f set request_id = $2 from moved where f.company_id = $1 and f.activity_id = moved.id`

export const undoes: Undo[] = [
  undo({
    on: 'request.merged',
    run: async (work, event) => {
      const { tx, actor, record } = work
      const source = await loadForUndo(work, event)
      const { intoId, intoRef } = event.data
      const before = { mergedIntoId: null, closedAt: null }
      const changes = Object.fromEntries(
        Object.entries(event.changes).map(([field, [old, now]]): [string, [unknown, unknown]] => [
          field,
          [now, old],
        ]),
      )
      record(
        'request.unmerged',
        about({ ...source, ...before }),
        { fromId: intoId, fromRef: intoRef },
        changes,
      )
      await tx.run(takeBack, [source.companyId, source.id])
      await takeThingsAlong(tx, source.id, intoId)
      await save(tx, actor, source, { ...before, mergedAt: null })
      await addActivity(tx, source, actor, {
        activityType: 'SYSTEM',
        message: words.unmerged(actor.name),
        metadata: { event: 'unmerged' },
      })
    },
  }),
  undo({
    on: 'request.absorbed',
    run: async (work, event) => {
      const target = await loadForUndo(work, event)
      const { fromId, fromRef } = event.data
      const [source] = await work.tx.query<{ requesterId: string }>(
        'select requester_id as "requesterId" from app.requests where company_id = $1 and id = $2',
        [target.companyId, fromId],
      )
      const released = { id: fromId, referenceNumber: fromRef, requesterId: source?.requesterId ?? '' }
      await release(work, target, released)
    },
  }),
]
