import { participants, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { participantColumns, participantSources } from './columns.ts'

export const list = handle(participants.list, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const data = await tx.query<ReplyOf<typeof participants.list>['data'][number]>(
    `select ${participantColumns} from ${participantSources}
     where w.company_id = $1 and w.request_id = $2 and w.left_at is null order by w.created_at, w.id`,
    [actor.companyId, request.id],
  )
  return { data }
})
