import type { EventData } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { about, type RequestRecord } from '../requests/access.ts'

type Said = { text: string | null; authorId: string; authorName: string; authorRole: string | null }

/**
 * What the desk answers in a request reaches everybody whose own was merged into it: as an entry of their
 * own request, because what others wrote around it is not theirs to read. Whoever asked in both reads it there.
 */
export const reactions: Reaction[] = [
  reaction({
    on: ['request.replied', 'request.moved'],
    name: 'merges.pass_on',
    run: async ({ tx, record, event }) => {
      const said = event.data
      if ('byRequester' in said ? said.byRequester : !settles(said)) return
      const written = said.activityId ?? null
      const [entry] = await tx.query<Said>(findSaid, [event.companyId, event.subjectId, written])
      if (!entry?.text) return
      const others = await tx.query<RequestRecord>(findOthers, [event.companyId, event.subjectId])
      if (others.length === 0) return
      const rows = others.map(({ id }) => ({ id: newId(), requestId: id }))
      await tx.run(passOn, [
        event.companyId,
        event.at,
        JSON.stringify(rows),
        entry.authorId,
        entry.authorName,
        entry.authorRole,
        entry.text,
        JSON.stringify({ passedOnFrom: written }),
      ])
      for (const [place, request] of others.entries()) {
        const activityId = rows[place]?.id ?? ''
        const onAccountOf = { id: entry.authorId, name: entry.authorName }
        record('request.replied', about(request), { activityId, byRequester: false }, {}, { onAccountOf })
      }
    },
  }),
]

const settles = ({ to }: EventData<'request.moved'>) => to === 'RESOLVED' || to === 'REJECTED'

// Words of the desk to whoever asked here; what is a note, or for one requester alone, goes nowhere.
const findSaid = `
  select a.message as text, a.author_id as "authorId", a.author_name as "authorName", a.author_role as "authorRole"
  from app.request_activities a
  join app.requests r on r.company_id = a.company_id and r.id = a.request_id and r.merged_into_id is null
  where a.company_id = $1 and a.request_id = $2 and a.id = $3 and not a.is_internal and a.private_to_id is null
    and a.author_id is not null and a.author_id not in (r.requester_id)`

const findOthers = `
  with recursive family as (
    select s.id from app.requests s where s.company_id = $1 and s.merged_into_id = $2
    union select s.id from family f join app.requests s on s.company_id = $1 and s.merged_into_id = f.id)
  select f.id, f.reference_number as "referenceNumber", f.service_desk_id as "serviceDeskId",
    f.requester_id as "requesterId", f.created_by_id as "createdById", f.assigned_to_id as "assignedToId",
    f.is_confidential as "isConfidential"
  from family join app.requests f on f.company_id = $1 and f.id = family.id
  join app.requests r on r.company_id = $1 and r.id = $2
  where f.deleted_at is null and f.requester_id <> r.requester_id`

const passOn = `
  insert into app.request_activities (company_id, id, request_id, author_id, author_name, author_role, activity_type,
    message, metadata, created_at)
  select $1, e.id, e."requestId", $4, $5, $6, 'COMMENT', $7, $8::jsonb, $2
  from jsonb_to_recordset($3::jsonb) as e(id uuid, "requestId" uuid)`
