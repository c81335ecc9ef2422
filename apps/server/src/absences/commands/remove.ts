import { absences } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** What went to the stand-in stays with them; from now on nothing more goes there. */
export const remove = handle(absences.remove, async ({ tx, actor, params, record }) => {
  const id = params.id.toLowerCase()
  const ended = isUuid(id)
    ? await tx.query<{ standInId: string | null }>(
        `update app.absences set ended_at = $4 where company_id = $1 and id = $2 and person_id = $3 and ended_at is null
         returning stand_in_id as "standInId"`,
        [actor.companyId, id, actor.id, clock.now()],
      )
    : []
  if (!ended[0]) throw new Stop('not_found', words.noSuchAbsence)
  const people = [actor.id, ended[0].standInId]
  record('absence.cancelled', { type: 'absence', id, ref: actor.name, people }, {})
  return {}
})
