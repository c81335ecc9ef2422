import { type SoftwareDetails, software } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadTitle } from '../access.ts'
import { words } from '../words.ts'

/** Names, forbids, or lets a title count as another: a pointer, so that it can be taken back. */
export const change = handle(software.change, async ({ tx, actor, params, body, ifMatch, record }) => {
  const before = await loadTitle({ tx, actor }, params.id, { lock: true })
  if (!before.mayChange) throw new Stop('forbidden', words.notKeeper)
  if (ifMatch && !ifMatch.includes(String(before.version)))
    throw new Stop('stale', words.stale, { current: before })
  const changes = changesBetween<SoftwareDetails>(before, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
  const after: SoftwareDetails = Object.assign({ ...before }, body)
  if (after.mergedIntoId && fields.includes('mergedIntoId'))
    await mustTake({ tx, actor }, before, after.mergedIntoId)
  await tx.run(
    `update app.software_titles set name = $3, publisher = $4, is_forbidden = $5, merged_into_id = $6, updated_at = $7,
       version = version + 1 where company_id = $1 and id = $2`,
    [
      actor.companyId,
      before.id,
      after.name,
      after.publisher,
      after.isForbidden,
      after.mergedIntoId,
      clock.now(),
    ],
  )
  // What counted as this one counts as that one too: nobody has to follow a chain.
  if (after.mergedIntoId)
    await tx.run(
      `update app.software_titles set merged_into_id = $3, version = version + 1 where company_id = $1 and merged_into_id = $2`,
      [actor.companyId, before.id, after.mergedIntoId],
    )
  record('software.updated', about(after), { fields }, changes)
  const title = await loadTitle({ tx, actor }, before.id)
  return answer(title, { version: title.version })
})

async function mustTake(
  inside: { tx: Tx; actor: Actor },
  { id }: SoftwareDetails,
  intoId: string,
): Promise<void> {
  if (intoId.toLowerCase() === id) throw refuseField('mergedIntoId', words.itself)
  const into = await loadTitle(inside, intoId, { lock: true }).catch(() => {
    throw refuseField('mergedIntoId', words.noSuchTitle)
  })
  if (into.mergedIntoId) throw refuseField('mergedIntoId', words.isMerged(into.name))
}
