import { alerts } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { alertOf, columns, kindsFor, type Row, rows } from '../access.ts'

const standing = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED']

export const list = handle(alerts.list, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'day', id: 'uuid' })
  const found = await tx.query<Row>(find, [
    actor.companyId,
    kindsFor(actor).filter((kind) => query.kind?.includes(kind) ?? true),
    query.state ?? standing,
    query.severity ?? null,
    query.subjectId ?? null,
    after?.value ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const data = found.slice(0, limit).map(alertOf)
  const last = data.at(-1)
  const next = found.length > limit && last ? cursorOf(last.day, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

const find = `
  select ${columns} from ${rows}
  where a.company_id = $1 and a.kind = any ($2::text[]) and a.state = any ($3::text[])
    and ($4::text[] is null or a.severity = any ($4)) and ($5::uuid is null or a.subject_id = $5)
    and ($6::date is null or (a.day, a.id) > ($6, $7::uuid))
  order by a.day, a.id limit $8`
