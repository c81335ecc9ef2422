import { corrections } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { readCorrections } from './columns.ts'

export const waiting = handle(corrections.waiting, async ({ tx, actor }) => {
  const led = [...actor.desks].flatMap(([id, role]) => (role === 'SUPERVISOR' ? [id] : []))
  const theirs = actor.isAdmin
    ? sql<boolean>`(not r.is_confidential or r.service_desk_id = any (${led}::uuid[]) or c.proposed_by_id = ${actor.id})`
    : sql<boolean>`r.service_desk_id = any (${led}::uuid[])`
  return {
    data: await readCorrections(
      tx,
      actor,
      sql<boolean>`c.state = 'PROPOSED' and ${theirs}`,
      sql`c.proposed_at, c.id`,
    ),
  }
})
