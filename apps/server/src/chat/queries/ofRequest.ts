import { chat } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { readSessions } from './session.ts'

export const ofRequest = handle(chat.ofRequest, async (inside) => {
  const request = await loadRequest(inside, inside.params.id)
  const which = sql<boolean>`s.request_id = ${request.id} and s.state <> 'ENDED'`
  const [session] = await readSessions(inside, which, 1)
  return { session: session ?? null }
})
