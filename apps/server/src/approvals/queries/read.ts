import type { Approval } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { visibleTo } from '../../requests/access.ts'
import { noSuchApproval } from '../access.ts'
import { approvalColumn, approvalSources } from './columns.ts'

/** One round as this person sees it; 404 where they do not. */
export async function readApproval(tx: Tx, actor: Actor, id: string): Promise<Json<Approval>> {
  const [row] = await send<{ text: string }>(
    tx,
    sql`select (${approvalColumn(actor)})::text as text from ${approvalSources(actor)}
      where a.company_id = ${actor.companyId} and a.id = ${id} and ${visibleTo(actor, 'r')}`,
  )
  if (!row) throw noSuchApproval()
  return new Json<Approval>(row.text)
}

/** The round of a vote as its person sees it; null where they do not any more. */
export const readByVote = (tx: Tx, actor: Actor, voteId: string): Promise<Approval | null> =>
  find(
    tx,
    actor,
    sql`exists (select from app.approval_votes named
    where named.company_id = a.company_id and named.approval_id = a.id and named.id = ${voteId})`,
  )

/** The round as this person sees it, to add to; null where they do not. */
export const findApproval = (tx: Tx, actor: Actor, id: string): Promise<Approval | null> =>
  find(tx, actor, sql`a.id = ${id}`)

async function find(tx: Tx, actor: Actor, which: RawBuilder<SqlBool>): Promise<Approval | null> {
  const [row] = await send<{ one: Approval }>(
    tx,
    sql`select ${approvalColumn(actor)} as one from ${approvalSources(actor)}
      where a.company_id = ${actor.companyId} and ${which} and ${visibleTo(actor, 'r')}`,
  )
  return row?.one ?? null
}
