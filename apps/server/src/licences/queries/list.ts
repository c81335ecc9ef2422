import { type LicenceRow, licences } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadLicence } from '../access.ts'
import { isLow, licenceRow, licenceSources } from './columns.ts'

/** What each order goes by, as text that compares like it. */
const orders = {
  name: 'left(lower(l.name), 90)',
  free: `lpad((l.seats - l.used)::text, 6, '0')`,
  ends: `coalesce(t.ends_on::text, '9999-12-31')`,
}

export const list = handle(licences.list, async ({ tx, actor, query }) => {
  const { limit, q, kind, state, isLow: low, isRetired, softwareTitleId, ownerId, sort } = query
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const isDown = sort.startsWith('-')
  const key = orders[sort.replace('-', '') as keyof typeof orders]
  const rows = await tx.query<{ licence: LicenceRow; key: string }>(
    `select ${licenceRow} as licence, ${key} as key from ${licenceSources}
     where l.company_id = $1 and (l.retired_at is not null) = $2
       and ($3::text is null or position(lower($3) in lower(concat_ws(' ', l.name, l.publisher, l.supplier, s.name))) > 0)
       and ($4::text[] is null or l.kind = any ($4)) and ($5::text[] is null or t.state = any ($5))
       and ($6::boolean is null or ${isLow} = $6) and ($7::uuid is null or l.software_title_id = $7)
       and ($8::uuid is null or l.owner_id = $8)
       and ($9::text is null or (${key}, l.id) ${isDown ? '<' : '>'} ($9, $10::uuid))
     order by ${key} ${isDown ? 'desc' : ''}, l.id ${isDown ? 'desc' : ''} limit $11`,
    [
      actor.companyId,
      isRetired,
      q ?? null,
      kind ?? null,
      state ?? null,
      low ?? null,
      softwareTitleId ?? null,
      ownerId ?? null,
      after?.value ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map(({ licence }) => licence)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? cursorOf(last.key, last.licence.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

export const get = handle(licences.get, async ({ tx, params }) => {
  const licence = await loadLicence({ tx }, params.id)
  // Installs and terms change without it, so that the same version may say something new.
  return answer(licence, { version: licence.version, isTimed: true })
})
