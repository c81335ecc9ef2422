import { corrections } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { words as ofRequests } from '../../requests/words.ts'
import { readCorrections } from './columns.ts'

export const ofRequest = handle(corrections.ofRequest, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', ofRequests.onlyDesk)
  const which = sql<boolean>`c.request_id = ${request.id}`
  return { data: await readCorrections(tx, actor, which, sql`c.proposed_at desc, c.id desc`) }
})
