import { sql } from 'kysely'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { Stop } from '../platform/stop.ts'
import { lockSome, type RequestRecord } from '../requests/access.ts'
import { changeBySystem } from '../requests/commands/bySystem.ts'
import { pickAssignee } from './commands/pick.ts'
import { isThere } from './queries/isThere.ts'
import { words } from './words.ts'

/**
 * What is reopened goes back to whoever had it. Where they are away, blocked or not of the desk any more, it goes to whose
 * turn it is at the desk, as rules give work out; where nobody can be given it, to the queue. Here and not in the move,
 * because whoever asked may not read who is away.
 */
const afterReopening = reaction({
  on: 'request.moved',
  name: 'assignees.after_reopening',
  run: async ({ db, tx, record, companyId, event }) => {
    const { from, to } = event.data
    if (from !== 'RESOLVED' || to !== 'IN_PROGRESS') return
    const which = sql<boolean>`requests.id = ${event.subjectId} and requests.status = 'IN_PROGRESS'
      and requests.assigned_to_id is not null and requests.assigned_to_id is distinct from ${event.actorId}`
    const [request] = await lockSome(db, companyId, which, 1, { wait: true })
    if (!request?.assignedToId) return
    const person = await isThere(tx, request.assignedToId, request.serviceDeskId, clock.now())
    if (!person || person.isThere) return
    const next = await nextAt(tx, request)
    await changeBySystem({ tx, record }, [
      {
        request,
        changed: { assignedToId: next?.id ?? null },
        entry: {
          activityType: 'ASSIGNMENT',
          message: next ? words.passedOn(person.name, next.name) : words.notThere(person.name),
          metadata: {
            event: next ? 'passed_on' : 'put_back',
            assignedToId: next?.id ?? null,
            assignedToName: next?.name ?? null,
          },
        },
      },
    ])
  },
})

/** Whose turn it is, or null: of what is sealed to a list, nobody is given by turns. */
async function nextAt(tx: Tx, request: RequestRecord): Promise<{ id: string; name: string } | null> {
  if (request.isConfidential && !request.accessIncludesDesk) return null
  try {
    return await pickAssignee(tx, request, { by: 'ROUND_ROBIN', skills: [] })
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.code === 'rule') return null
    throw thrown
  }
}

export const reactions: Reaction[] = [afterReopening]
