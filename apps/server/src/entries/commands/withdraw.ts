import { type Activity, entries } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { readActivity } from '../../requests/queries/activities.ts'
import { type Inside, loadEntry } from '../access.ts'
import { refusalTo } from '../rules.ts'

/** What was written goes into the log; a stone with the name stays, and the files go with the text. */
export const withdraw = handle(entries.withdraw, (inside) => withdrawEntry(inside, inside.params))

export async function withdrawEntry(
  inside: Inside,
  which: { id: string; activityId: string },
): Promise<Json<Activity>> {
  const { tx, actor, record } = inside
  const { request, entry } = await loadEntry(inside, which)
  const now = clock.now()
  const refusal = refusalTo('withdraw', actor, entry, request, now)
  if (refusal) throw new Stop(refusal.code, refusal.sentence)
  await Promise.all([
    tx.run(
      `update app.request_activities set message = '', metadata = metadata - 'mentions', withdrawn_at = $3
       where company_id = $1 and id = $2`,
      [actor.companyId, entry.id, now],
    ),
    tx.run(
      `update app.attachments set deleted_at = $3 where company_id = $1 and activity_id = $2 and deleted_at is null`,
      [actor.companyId, entry.id, now],
    ),
  ])
  record(
    entry.isInternal ? 'entry.note_withdrawn' : 'entry.withdrawn',
    about(request),
    { activityId: entry.id },
    { message: [entry.message, null] },
  )
  if (!entry.isInternal) await save(tx, actor, request, {})
  return readActivity(tx, entry.id)
}
