import { approvals } from '@deskhand/contract'
import { type SqlBool, sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { named } from '../../requests/access.ts'
import { readPage } from './page.ts'

export const list = handle(approvals.list, (inside) => {
  const { actor, query } = inside
  const { status, request, requester, approver } = query
  const id = (who: string) => (who === 'me' ? actor.id : who)
  const conditions = [
    sql<SqlBool>`true`,
    ...(status ? [sql<SqlBool>`a.status = any (${status})`] : []),
    ...(request ? [named(request, 'r')] : []),
    ...(requester ? [sql<SqlBool>`r.requester_id = ${id(requester)}`] : []),
    ...(approver
      ? [
          sql<SqlBool>`exists (select from app.approval_votes x where x.company_id = a.company_id
            and x.approval_id = a.id and x.person_id = ${id(approver)})`,
        ]
      : []),
  ]
  return readPage(inside, query, sql<SqlBool>`(${sql.join(conditions, sql` and `)})`)
})
