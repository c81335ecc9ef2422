import { desks, type ReplyOf } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { versionOf } from '../../platform/http/versionOf.ts'

type Code = ReplyOf<typeof desks.resolutionCodes>['data'][number]

/** Every code of the company. */
export const readCodes = (tx: Tx): Promise<Code[]> =>
  tx.query<Code>(
    `select code, name, desk_id as "serviceDeskId" from app.resolution_codes
     where company_id = $1 order by display_order, code, desk_id nulls first`,
    [tx.whose.companyId],
  )

/** With a desk: those that it may use, its own and the company's. The version is that of all codes. */
export const resolutionCodes = handle(desks.resolutionCodes, async ({ tx, query }) => {
  const all = await readCodes(tx)
  const wanted = query.serviceDeskId?.toLowerCase()
  const data = all.filter(({ serviceDeskId }) => !wanted || !serviceDeskId || serviceDeskId === wanted)
  const version = versionOf(all)
  return answer({ data, version }, { version })
})
