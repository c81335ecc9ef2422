import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { queueTranscript } from './commands/queueTranscript.ts'

/** Whoever asked gets what was said, where the end of the chat says so. */
export const reactions = (platform: Platform): Reaction[] => [
  reaction({
    on: 'chat.ended',
    name: 'transcripts.mail',
    run: async ({ tx, record, event }) => {
      if (!event.data.mailTranscript || !event.subjectId) return
      const [asker] = await tx.query<{ id: string; email: string }>(
        `select p.id, p.email from app.requests r
         join app.people p on p.company_id = r.company_id and p.id = r.requester_id
         where r.company_id = $1 and r.id = $2 and p.state <> 'BLOCKED' and p.deleted_at is null`,
        [event.companyId, event.subjectId],
      )
      if (!asker) return
      await queueTranscript(platform, { tx, record }, event.subjectId, {
        cause: `event:${event.id}`,
        to: asker.email,
        personId: asker.id,
      })
    },
  }),
]
