import { sql } from 'kysely'
import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { lockSome } from '../requests/access.ts'
import { moveBySystem } from '../requests/commands/move.ts'
import { words } from '../requests/words.ts'

/** More than anybody lets wait for one request; what is left over, a person takes up again. */
const most = 1_000

/** What waited for the end of a request goes on, whoever has it is told by the move. */
const wakeWaiting = reaction({
  on: ['request.moved', 'request.deleted'],
  name: 'links.wake_waiting',
  run: async ({ db, tx, record, companyId, event }) => {
    const { to } = { to: 'RESOLVED', ...event.data }
    if (to !== 'RESOLVED' && to !== 'REJECTED') return
    const which = sql<boolean>`requests.status = 'WAITING' and requests.wait_for_id = ${event.subjectId}`
    const waiting = await lockSome(db, companyId, which, most, { wait: true })
    // Who goes on may not be among those who see it, and the line goes out by mail.
    const [over] = await tx.query<{ isConfidential: boolean }>(
      'select is_confidential as "isConfidential" from app.requests where company_id = $1 and id = $2',
      [companyId, event.subjectId],
    )
    const reason = words.awaitedEnded(over?.isConfidential === false ? event.subjectRef : null)
    await moveBySystem({ tx, record }, waiting, { to: 'IN_PROGRESS', reason })
  },
})

export const reactions: Reaction[] = [wakeWaiting]
