import { drafts, type ReplyOf } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'

type Draft = ReplyOf<typeof drafts.list>['data'][number]

/** Columns of the contract's ReplyDraft, of `app.reply_drafts f` with its person `p`. */
const columns = `f.id, f.kind, f.message as text, f.mentions, f.person_id as "personId", p.name as "personName",
  f.is_shared as "isShared", f.hands, to_json(f.updated_at) #>> '{}' as "updatedAt"`

export const list = handle(drafts.list, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const data = await tx.query<Draft>(
    `select ${columns} from app.reply_drafts f
     join app.people p on p.company_id = f.company_id and p.id = f.person_id
     where f.company_id = $1 and f.request_id = $2 and (f.person_id = $3 or (f.is_shared and $4 and f.message <> ''))
     order by (f.person_id = $3) desc, f.updated_at desc limit 20`,
    [actor.companyId, request.id, actor.id, isStaff(actor, request)],
  )
  return { data }
})

/** A draft that its owner has just changed. */
export async function readDraft(tx: Tx, id: string): Promise<Draft> {
  const [draft] = await tx.query<Draft>(
    `select ${columns} from app.reply_drafts f
     join app.people p on p.company_id = f.company_id and p.id = f.person_id
     where f.company_id = $1 and f.id = $2`,
    [tx.whose.companyId, id],
  )
  if (!draft) throw new Error('A draft that was just written is not there.')
  return draft
}
