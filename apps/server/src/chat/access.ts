import type { ChatSession, ChatState } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { loadRequest, type RequestRecord } from '../requests/access.ts'
import { readSessions } from './queries/session.ts'
import { words } from './words.ts'

export type SessionRecord = {
  id: string
  requestId: string
  state: ChatState
  startedById: string
  technicianId: string | null
  technicianName: string | null
}

const noSuchChat = () => new Stop('not_found', words.noSuchChat)

const find = `
  select s.id, s.request_id as "requestId", s.state, s.started_by_id as "startedById",
    s.technician_id as "technicianId", p.name as "technicianName"
  from app.chat_sessions s left join app.people p on p.company_id = s.company_id and p.id = s.technician_id
  where s.company_id = $1 and s.id = $2`

type Inside = { tx: Tx; db: Db; actor: Actor; ifMatch?: readonly string[] | null }

/** A chat whose request this person may see, or the same 404 for hidden and missing. */
export async function findSession(inside: Inside, id: string): Promise<SessionRecord> {
  return (await load(inside, id, false)).session
}

/** A chat and its request, both held until the commit. */
export const loadSession = (
  inside: Inside,
  id: string,
): Promise<{ session: SessionRecord; request: RequestRecord }> => load(inside, id, true)

async function load(inside: Inside, id: string, lock: boolean) {
  const { tx, actor } = inside
  const values = [actor.companyId, id.toLowerCase()]
  const [known] = isUuid(id.toLowerCase()) ? await tx.query<SessionRecord>(find, values) : []
  if (!known) throw noSuchChat()
  const request = await loadRequest(inside, known.requestId, { lock }).catch((refused: unknown) => {
    throw refused instanceof Stop && refused.code === 'not_found' ? noSuchChat() : refused
  })
  // The request's lock holds all changes of its chats; what was read before it may be old.
  const [session = known] = lock ? await tx.query<SessionRecord>(find, values) : [known]
  return { session, request }
}

/** One chat as this person sees it. */
export async function readSession(inside: Inside & { platform: Platform }, id: string): Promise<ChatSession> {
  const which = isUuid(id.toLowerCase()) ? sql<boolean>`s.id = ${id.toLowerCase()}` : sql<boolean>`false`
  const [session] = await readSessions(inside, which, 1)
  if (!session) throw noSuchChat()
  return session
}
