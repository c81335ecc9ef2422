import { presence } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'

export const seen = handle(presence.seen, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const rows = await tx.query<{ side: 'desk' | 'requester'; activityId: string; at: Date }>(
    `select side, activity_id as "activityId", at from app.request_seen where company_id = $1 and request_id = $2`,
    [actor.companyId, request.id],
  )
  const of = (side: 'desk' | 'requester') => {
    const row = rows.find((one) => one.side === side)
    return row ? { activityId: row.activityId, at: row.at.toISOString() } : null
  }
  return { desk: of('desk'), requester: of('requester') }
})
