import { type LicenceSeat, licences } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadLicence } from '../access.ts'
import { seatJson, seatSources } from './columns.ts'

export const seats = handle(licences.seats, async ({ tx, actor, params, query }) => {
  const { id } = await loadLicence({ tx }, params.id)
  const { limit, isFreed, q } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const at = isFreed ? 'h.freed_at' : 'h.assigned_at'
  const rows = await tx.query<{ seat: LicenceSeat; at: string }>(
    `select ${seatJson} as seat, to_json(${at}) #>> '{}' as at from ${seatSources}
     where h.company_id = $1 and h.licence_id = $2 and (h.freed_at is not null) = $3
       and ($4::text is null or position(lower($4) in lower(concat_ws(' ', p.name, a.asset_tag, a.name, h.note))) > 0)
       and ($5::timestamptz is null or (${at}, h.id) < ($5, $6::uuid))
     order by ${at} desc, h.id desc limit $7`,
    [actor.companyId, id, isFreed, q ?? null, after?.value ?? null, after?.id ?? null, limit + 1],
  )
  const data = rows.slice(0, limit).map(({ seat }) => seat)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? cursorOf(last.at, last.seat.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
