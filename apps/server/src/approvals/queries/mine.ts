import { approvals } from '@deskhand/contract'
import { type SqlBool, sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { readPage } from './page.ts'

/** What waits for me, or what I decided; of a confidential request only while I decide. */
export const mine = handle(approvals.mine, (inside) => {
  const { actor, query } = inside
  const which =
    query.state === 'waiting'
      ? sql<SqlBool>`(a.status = 'PENDING' and mine.waits)`
      : sql<SqlBool>`exists (select from app.approval_votes x where x.company_id = a.company_id
          and x.approval_id = a.id and x.person_id = ${actor.id} and x.state in ('APPROVED', 'REJECTED'))`
  return readPage(inside, query, which)
})
