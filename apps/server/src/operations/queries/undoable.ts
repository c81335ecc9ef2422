import { operations, undoWindow } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { readOperations } from '../access.ts'

export const undoable = handle(operations.undoable, async ({ tx, actor }) => {
  const since = new Date(clock.now().getTime() - undoWindow.hours * 3_600_000)
  const mine = sql<boolean>`o.started_by_id = ${actor.id} and o.ended_at > ${since} and o.changed > 0
    and o.undoes_id is null and u.id is null`
  return { data: await readOperations(tx, actor, mine) }
})
