import { type Undo, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { mustBeAllowed } from '../requests/access.ts'
import { loadForUndo } from '../requests/commands/loadForUndo.ts'
import { takeOff } from './commands/remove.ts'
import { words } from './words.ts'

/** Whom an operation let follow a request is taken off again. */
export const undoes: Undo[] = [
  undo({
    on: 'participant.added',
    run: async (work, event) => {
      const { tx, actor } = work
      const request = await loadForUndo(work, event)
      mustBeAllowed('note', actor, request)
      const { personId, name } = event.data
      const [row] = await tx.query<{ id: string }>(
        `select id from app.participants where company_id = $1 and request_id = $2 and person_id = $3 and left_at is null
         for update`,
        [request.companyId, request.id, personId],
      )
      if (!row) throw new Stop('conflict', words.noSuchParticipant)
      await takeOff(work, request, { id: row.id, personId, name })
    },
  }),
]
