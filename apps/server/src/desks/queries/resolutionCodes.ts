import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Code = ReplyOf<typeof desks.resolutionCodes>['data'][number]

/** With a desk: those that it may use, its own and the company's. */
export const resolutionCodes = handle(desks.resolutionCodes, async ({ tx, actor, query }) => ({
  data: await tx.query<Code>(
    `select code, name, desk_id as "serviceDeskId" from app.resolution_codes
     where company_id = $1 and ($2::uuid is null or desk_id is null or desk_id = $2)
     order by display_order, code`,
    [actor.companyId, query.serviceDeskId ?? null],
  ),
}))
