import { type Certificate, certificates } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadCertificate } from '../access.ts'
import { certificateJson, certificateSources, isDue } from './columns.ts'

/** What each order goes by, as text that compares like it. */
const orders = { expires: 'c.expires_on::text', name: 'left(lower(c.name), 90)' }

export const list = handle(certificates.list, async ({ tx, actor, query }) => {
  const { limit, q, kind, isDue: due, sort } = query
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const isDown = sort.startsWith('-')
  const key = orders[sort.replace('-', '') as keyof typeof orders]
  const rows = await tx.query<{ one: Certificate; key: string }>(
    `select ${certificateJson('$2')} as one, ${key} as key from ${certificateSources}
     where c.company_id = $1 and c.deleted_at is null
       and ($3::text is null or position(lower($3) in lower(concat_ws(' ', c.name, c.issuer, p.name, a.asset_tag))) > 0)
       and ($4::text[] is null or c.kind = any ($4)) and ($5::boolean is null or ${isDue('$2')} = $5)
       and ($6::text is null or (${key}, c.id) ${isDown ? '<' : '>'} ($6, $7::uuid))
     order by ${key} ${isDown ? 'desc' : ''}, c.id ${isDown ? 'desc' : ''} limit $8`,
    [
      actor.companyId,
      clock.now(),
      q ?? null,
      kind ?? null,
      due ?? null,
      after?.value ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map(({ one }) => one)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? cursorOf(last.key, last.one.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

export const get = handle(certificates.get, async ({ tx, params }) => {
  const one = await loadCertificate({ tx }, params.id)
  return answer(one, { version: one.version, isTimed: true })
})
