import { chat } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { worksOn } from '../../requests/queries/columns.ts'
import { readSessions } from './session.ts'

export const list = handle(chat.list, async (inside) => {
  const { actor, query } = inside
  const states = query.state ?? ['WAITING', 'ACTIVE']
  const conditions = [
    worksOn(actor),
    sql<boolean>`s.state = any (${states})`,
    ...(query.mine ? [sql<boolean>`s.technician_id = ${actor.id}`] : []),
    ...(query.requestId ? [sql<boolean>`s.request_id = ${query.requestId}`] : []),
  ]
  return { data: await readSessions(inside, sql<boolean>`${sql.join(conditions, sql` and `)}`) }
})
