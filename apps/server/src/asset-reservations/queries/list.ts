import { assetReservations } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { type ReservationRecord, reservations, shownTo } from '../access.ts'

export const list = handle(assetReservations.list, async ({ tx, actor, query }) => {
  const { limit, state, assetId, modelId, categoryId, personId, from, until } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<ReservationRecord>(select, [
    actor.companyId,
    limit + 1,
    state ?? null,
    assetId ?? null,
    modelId ?? null,
    categoryId ?? null,
    personId === 'me' ? actor.id : (personId ?? null),
    from ?? null,
    until ?? null,
    after?.value ?? null,
    after?.id ?? null,
  ])
  const data = rows.slice(0, limit).map((row) => shownTo(actor, row))
  const last = rows.length > limit ? data.at(-1) : undefined
  const next = last ? cursorOf(last.startsAt.replace('Z', '+00:00'), last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, rows.length) } }, { next })
})

const select = `
  ${reservations}
  where r.company_id = $1 and ($3::text[] is null or r.state = any ($3)) and ($4::uuid is null or r.asset_id = $4)
    and ($5::uuid is null or r.model_id = $5) and ($6::uuid is null or r.category_id = $6)
    and ($7::uuid is null or r.person_id = $7) and ($8::timestamptz is null or r.free_at > $8)
    and ($9::timestamptz is null or r.starts_at < $9)
    and ($10::timestamptz is null or (date_trunc('milliseconds', r.starts_at), r.id) > ($10, $11::uuid))
  order by date_trunc('milliseconds', r.starts_at), r.id limit $2`
