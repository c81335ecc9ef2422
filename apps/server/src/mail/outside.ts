import { participationToken } from '../participants/commands/link.ts'
import { words as outside } from '../participants/words.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { threadOf } from './rules.ts'
import { signed } from './signature.ts'
import { words } from './words.ts'

type Tools = Pick<Platform, 'config' | 'secret'>
type Row = {
  id: string
  email: string
  adderName: string | null
  requestId: string
  ref: string
  summary: string
  deskName: string
  companyName: string
  message: string
  authorName: string
}

/**
 * Public replies by mail to the addresses outside that take part in a request. Nothing of a confidential one, nothing
 * that was withdrawn meanwhile, and to nobody who left.
 */
export async function tellOutside(
  platform: Tools,
  { tx, record, event }: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<'request.replied'> },
): Promise<void> {
  const { config, secret } = platform
  const rows = await tx.query<Row>(find, [event.companyId, event.subjectId, event.data.activityId])
  const [first] = rows
  const text = first ? await signed(tx, { ...event, ...event.data }, first.message) : ''
  await Promise.all(
    rows.map(({ id, email, adderName, requestId, ref, summary, deskName, companyName, authorName }) => {
      const leave = `${config.url}/leave#token=${participationToken(secret, event.companyId, id)}`
      return queueMail(
        platform,
        { tx, record },
        {
          kind: 'participant_replied',
          cause: `event:${event.id}`,
          to: email,
          subject: words.subject(ref, summary, false),
          requestId,
          inReplyTo: threadOf(config.url, requestId),
          data: {
            reference: ref,
            summary,
            deskName,
            companyName,
            headline: outside.headline(authorName, ref),
            intro: `${authorName} wrote:`,
            text,
            because: outside.because(adderName),
          },
          // Whoever has the link can leave for them.
          secrets: { leave },
        },
      )
    }),
  )
}

const find = `
  select w.id, w.email, adder.name as "adderName", r.id as "requestId", r.reference_number as ref, r.summary,
    d.name as "deskName", c.name as "companyName", a.message, a.author_name as "authorName"
  from app.participants w
  join app.requests r on r.company_id = w.company_id and r.id = w.request_id
    and r.deleted_at is null and not r.is_confidential
  join app.request_activities a on a.company_id = r.company_id and a.request_id = r.id and a.id = $3
    and not a.is_internal and a.withdrawn_at is null and a.created_at >= w.created_at
  join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  join app.companies c on c.company_id = r.company_id
  left join app.people adder on adder.company_id = w.company_id and adder.id = w.added_by_id
  where w.company_id = $1 and w.request_id = $2 and w.email is not null and w.left_at is null`
