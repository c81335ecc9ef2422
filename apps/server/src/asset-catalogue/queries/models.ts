import { type AssetModel, assetCatalogue } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { modelColumns, modelSources } from './columns.ts'

export const models = handle(assetCatalogue.models, async ({ tx, actor, query }) => {
  const { limit, categoryId, manufacturerId, isActive, isLow, q } = query
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const rows = await tx.query<AssetModel & { sortedBy: string }>(select, [
    actor.companyId,
    limit + 1,
    categoryId ?? null,
    manufacturerId ?? null,
    isActive ?? null,
    isLow ?? false,
    q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null,
    after?.value ?? null,
    after?.id ?? null,
  ])
  const data = rows.slice(0, limit).map(({ sortedBy: _, ...model }) => model)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next = last ? cursorOf(last.sortedBy, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, rows.length) } }, { next })
})

const select = `
  select ${modelColumns}, lower(m.name) as "sortedBy" from ${modelSources}
  where m.company_id = $1
    and ($3::uuid[] is null or m.category_id = any ($3))
    and ($4::uuid[] is null or m.manufacturer_id = any ($4))
    and ($5::boolean is null or (m.retired_at is null) = $5)
    and (not $6::boolean or (m.retired_at is null and things."availableCount" < m.minimum_in_stock))
    and ($7::text is null or concat_ws(' ', f.name, m.name, m.model_number) ilike $7)
    and ($8::text is null or (lower(m.name), m.id) > ($8, $9::uuid))
  order by lower(m.name), m.id limit $2`
