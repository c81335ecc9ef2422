import { macros } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import type { Response } from '../access.ts'
import { responseColumns, responseSources } from './columns.ts'

export const responses = handle(macros.responses, async ({ tx, actor, query }) => {
  const data = await tx.query<Response>(
    `select ${responseColumns(actor)} from ${responseSources}
     where c.company_id = $1 and ($2::uuid is null or c.desk_id = $2) and ($3::text is null or c.language = $3)
       and (c.owner_id = $4 or c.desk_id = any ($5::uuid[]) or (c.desk_id is not null and $6))
     order by d.display_order nulls first, c.language, lower(c.name), c.id`,
    [
      actor.companyId,
      query.serviceDeskId ?? null,
      query.language ?? null,
      actor.id,
      [...actor.desks.keys()],
      actor.isAdmin,
    ],
  )
  return { data }
})
