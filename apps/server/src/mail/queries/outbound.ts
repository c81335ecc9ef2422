import { mail, type ReplyIn } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { mailFields } from './columns.ts'

type Mail = ReplyIn<typeof mail.outbound>['data'][number]

/** What went out and what did not; of confidential requests, only what the caller may see. */
export const outbound = handle(mail.outbound, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ mail: Mail }>(findMails, [
    actor.companyId,
    query.state ?? null,
    after?.value ?? 'infinity',
    after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    limit + 1,
  ])
  const data = rows.slice(0, limit).map((row) => row.mail)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})

const findMails = `
  select json_build_object(${mailFields}) as mail from app.mails m
  where m.company_id = $1 and ($2::text is null or m.state = $2) and (m.created_at, m.id) < ($3::timestamptz, $4::uuid)
  order by m.created_at desc, m.id desc limit $5`
