import { type Activity, entries } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { readActivity } from '../../requests/queries/activities.ts'
import { type Inside, loadEntry } from '../access.ts'
import { refusalTo } from '../rules.ts'

/** The old text goes into the log. A corrected reply is the next version of the request, as a new one is; a note is not. */
export const correct = handle(entries.correct, (inside) =>
  correctEntry(inside, inside.params, inside.body.message),
)

export async function correctEntry(
  inside: Inside,
  which: { id: string; activityId: string },
  message: string,
): Promise<Answer<Activity>> {
  const { tx, actor, record } = inside
  const { request, entry } = await loadEntry(inside, which)
  const now = clock.now()
  const refusal = refusalTo('correct', actor, entry, request, now)
  if (refusal) throw new Stop(refusal.code, refusal.sentence)
  const unchanged = message === entry.message
  if (!unchanged) {
    await tx.run(
      'update app.request_activities set message = $3, edited_at = $4 where company_id = $1 and id = $2',
      [actor.companyId, entry.id, message, now],
    )
    record(
      entry.isInternal ? 'entry.note_corrected' : 'entry.corrected',
      about(request),
      { activityId: entry.id },
      { message: [entry.message, message] },
    )
    if (!entry.isInternal) await save(tx, actor, request, {})
  }
  return answer(await readActivity(tx, entry.id), { unchanged })
}
