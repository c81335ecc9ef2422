import { mail, type ReplyIn } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { findMailServer, openSecrets } from '../access.ts'
import { render } from '../render.ts'
import { words } from '../words.ts'
import { mailFields } from './columns.ts'

type Mail = ReplyIn<typeof mail.outbound>['data'][number]
type Row = { mail: Mail; data: Record<string, unknown>; sealed: Buffer | null; zone: string }

/**
 * Every mail of the demo world with its links and codes, so that whoever tries it out can follow them. It
 * exists only where the demo world is loaded and no mail server is there; the role that reads here sees the
 * mails of demo companies and of no other.
 */
export const mailbox = handle(
  mail.mailbox,
  async ({ tx, query, platform }) => {
    const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
    const [demo] = await tx.query(`select from ops.settings where name = 'demo' and value = 'true'`)
    if (!demo || (await findMailServer(platform, tx))) throw new Stop('not_found', words.noMailbox)
    const { limit } = query
    const rows = await tx.query<Row>(findMails, [
      query.to?.trim().toLowerCase() || null,
      after?.value ?? 'infinity',
      after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      limit + 1,
    ])
    const shown = rows.slice(0, limit)
    const data = await Promise.all(
      shown.map(async ({ mail, data, sealed, zone }) => {
        const secrets = openSecrets(platform, sealed)
        const { kind, subject } = mail
        if (!secrets) return { ...mail, text: words.unreadable, html: words.unreadable }
        return { ...mail, ...(await render(platform.config.url, { kind, subject, data, secrets, zone })) }
      }),
    )
    const last = data.at(-1)
    const next = rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null
    const totalEstimate = totalOf(query, next, data.length)
    return answer({ data, page: { next, totalEstimate } }, { next })
  },
  { door: 'platform' },
)

const findMails = `
  select json_build_object(${mailFields}) as mail, m.data, m.sealed, c.zone
  from app.mails m join app.companies c on c.company_id = m.company_id and c.is_demo
  where ($1::text is null or m.to_address = $1) and (m.created_at, m.id) < ($2::timestamptz, $3::uuid)
  order by m.created_at desc, m.id desc limit $4`
