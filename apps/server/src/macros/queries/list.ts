import { macros } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import type { Macro } from '../access.ts'
import { macroColumns, macroSources } from './columns.ts'

export const list = handle(macros.list, async ({ tx, actor, query }) => {
  const data = await tx.query<Macro>(
    `select ${macroColumns(actor)} from ${macroSources}
     where m.company_id = $1 and ($2::uuid is null or m.desk_id = $2) and (m.desk_id = any ($3::uuid[]) or $4)
     order by d.display_order, lower(m.name), m.id`,
    [actor.companyId, query.serviceDeskId ?? null, [...actor.desks.keys()], actor.isAdmin],
  )
  return { data }
})
