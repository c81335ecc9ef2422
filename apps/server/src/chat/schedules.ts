import type { ChatState } from '@deskhand/contract'
import { sql } from 'kysely'
import { calendarFacts } from '../calendars/access.ts'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { about, addActivities, lockSome } from '../requests/access.ts'
import { endsItself, isWithin } from './rules.ts'
import { words } from './words.ts'

type Going = {
  id: string
  requestId: string
  deskId: string
  state: ChatState
  waitingSince: Date
  lastSaidAt: Date
}

const batch = 200

/** Ends chats that nobody takes, and those in which nothing is said any more. */
async function settle({ tx, db, record, companyId, now }: Work & { now: Date }): Promise<void> {
  const going = await tx.query<Going>(
    `select s.id, s.request_id as "requestId", s.service_desk_id as "deskId", s.state,
       s.waiting_since as "waitingSince", greatest(s.accepted_at, (select max(c.created_at)
         from app.request_activities c where c.company_id = s.company_id and c.request_id = s.request_id
           and c.activity_type = 'COMMENT')) as "lastSaidAt"
     from app.chat_sessions s where s.company_id = $1 and s.state <> 'ENDED' order by s.waiting_since limit ${batch}`,
    [companyId],
  )
  const calendars = await calendarFacts(tx)
  const ending = new Map(
    going.flatMap((session) => {
      const isOpen = isWithin(calendars.ofDesk(session.deskId).hours, now.getTime())
      const why = endsItself(
        { ...session, lastSaidAt: session.lastSaidAt ?? session.waitingSince },
        isOpen,
        now,
      )
      return why ? [[session.requestId, { session, why }] as const] : []
    }),
  )
  if (ending.size === 0) return
  const ids = [...ending.keys()]
  const requests = await lockSome(db, companyId, sql<boolean>`requests.id = any (${ids}::uuid[])`, batch)
  const ended = requests.flatMap((request) => {
    const found = ending.get(request.id)
    return found ? [{ request, ...found }] : []
  })
  const done = await tx.query<{ id: string }>(
    `update app.chat_sessions set state = 'ENDED', ended_at = $3
     where company_id = $1 and id = any ($2::uuid[]) and state <> 'ENDED' returning id`,
    [companyId, ended.map(({ session }) => session.id), now],
  )
  const over = new Set(done.map(({ id }) => id))
  const told = ended.filter(({ session }) => over.has(session.id))
  await addActivities(
    tx,
    null,
    told.map(({ request, session, why }) => ({
      request,
      entry: {
        activityType: 'SYSTEM' as const,
        message: why === 'nobody' ? words.endedNobody : words.endedSilent,
        metadata: { event: 'chat_ended', sessionId: session.id },
      },
    })),
  ).written
  for (const { request, session } of told) {
    record('chat.ended', about(request), { sessionId: session.id, mailTranscript: false })
  }
}

export const schedules: Schedule[] = [{ name: 'chat.settle', cron: '*/5 * * * *', run: settle }]
