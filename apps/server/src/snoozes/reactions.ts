import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import { lockSome, type RequestRecord } from '../requests/access.ts'
import { wakeAll } from './commands/wake.ts'

/** More than anybody waits with for one request; who is left over has another reason to come back. */
const most = 1_000

/** Those sleepers whose line of request_snoozes says so; waits for whoever is at them. */
const sleepers = (
  { db, companyId }: Pick<Work, 'db' | 'companyId'>,
  which: RawBuilder<SqlBool>,
): Promise<RequestRecord[]> =>
  lockSome(
    db,
    companyId,
    sql`requests.snoozed_at is not null and exists (select from app.request_snoozes s
      where s.company_id = requests.company_id and s.request_id = requests.id and s.woke_at is null and ${which})`,
    most,
    { wait: true },
  )

const isOver = ['RESOLVED', 'REJECTED']

const wakeOnReply = reaction({
  on: 'request.replied',
  name: 'snoozes.wake_on_reply',
  run: async (work) => {
    const { event } = work
    if (!event.data.byRequester) return
    await wakeAll(
      work,
      await sleepers(work, sql`s.request_id = ${event.subjectId} and s.until_reply`),
      'REPLY',
    )
  },
})

const wakeOnEnd = reaction({
  on: ['request.moved', 'request.closed', 'request.deleted'],
  name: 'snoozes.wake_on_end',
  run: async (work) => {
    const { event } = work
    const { to } = { to: 'RESOLVED', ...event.data }
    if (!isOver.includes(to)) return
    await wakeAll(work, await sleepers(work, sql`s.until_request_id = ${event.subjectId}`), 'REQUEST', {
      ref: event.subjectRef,
    })
    // What is over itself has nothing to wait for.
    await wakeAll(work, await sleepers(work, sql`s.request_id = ${event.subjectId}`), 'PERSON')
  },
})

export const reactions: Reaction[] = [wakeOnReply, wakeOnEnd]
