import { type InsuranceClaim, insuranceClaims } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { claimColumns, claimSources, readClaim } from '../access.ts'

export const list = handle(insuranceClaims.list, async ({ tx, actor, query }) => {
  const { limit, state } = query
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const rows = await tx.query<InsuranceClaim>(
    `select ${claimColumns} from ${claimSources}
     where i.company_id = $1 and ($2::text[] is null or i.state = any ($2))
       and ($3::text is null or (i.filed_on::text, i.asset_id) < ($3, $4::uuid))
     order by i.filed_on desc, i.asset_id desc limit $5`,
    [actor.companyId, state ?? null, after?.value ?? null, after?.id ?? null, limit + 1],
  )
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.filedOn, last.assetId) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

export const get = handle(insuranceClaims.get, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id)
  return { claim: await readClaim(tx, id) }
})
