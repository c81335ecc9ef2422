import { links } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, isStaff, type RequestRecord } from '../../requests/access.ts'
import { loadRequests } from '../../requests/queries/loadRequests.ts'
import { words as requestWords } from '../../requests/words.ts'
import { readLinks } from '../queries/readLinks.ts'
import { written } from '../rules.ts'
import { words } from '../words.ts'

/** Links two requests that the caller works on or, for the other end, may at least see. */
export const add = handle(links.add, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const [request, other] = await loadRequests(inside, [params.id, body.requestId])
  if (!request || !other) throw new Error('Nothing was loaded and nothing refused.')
  if (!isStaff(actor, request)) throw new Stop('forbidden', requestWords.onlyDesk)
  if (request.id === other.id) throw refuseField('requestId', words.itself)
  const { kind, fromId, toId } = written(body.type, request.id, other.id)
  if (kind === 'parent') {
    const [child, parent] = fromId === request.id ? [request, other] : [other, request]
    await mustBeNoCircle(tx, child, parent)
  }
  const id = newId()
  const { rowCount } = await tx.run(
    `insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (company_id, from_id, to_id, kind) do nothing`,
    [request.companyId, id, fromId, toId, kind, actor.id, clock.now()],
  )
  if (rowCount === 0) throw new Stop('conflict', words.there)
  record('request.linked', about(request), { linkId: id, type: body.type, otherId: other.id })
  const [link] = await readLinks(tx, actor, request.id, sql`l.id = ${id}`)
  if (!link) throw new Error('A command wrote a link that its author cannot see.')
  return answer(link, { location: `/requests/${request.id}/links` })
})

/** One parent each, and nobody is their own ancestor. Two who link at once wait for each other here. */
async function mustBeNoCircle(tx: Tx, child: RequestRecord, parent: RequestRecord): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`parents of ${child.companyId}`])
  const above = await tx.query<{ id: string; ref: string; isOfChild: boolean }>(
    `with recursive above as (
       select l.to_id as id, 1 as depth from app.request_links l
         where l.company_id = $1 and l.from_id = $2 and l.kind = 'parent'
       union
       select l.to_id, a.depth + 1 from above a join app.request_links l
         on l.company_id = $1 and l.from_id = a.id and l.kind = 'parent' where a.depth < 100)
     select a.id, r.reference_number as ref, false as "isOfChild" from above a
       join app.requests r on r.company_id = $1 and r.id = a.id
     union all
     select l.to_id, '', true from app.request_links l
       where l.company_id = $1 and l.from_id = $3 and l.kind = 'parent'`,
    [child.companyId, parent.id, child.id],
  )
  if (above.some(({ isOfChild }) => isOfChild)) {
    throw new Stop('conflict', words.hasParent(child.referenceNumber))
  }
  const at = above.findIndex(({ id }) => id === child.id)
  if (at < 0) return
  const chain = [
    child.referenceNumber,
    parent.referenceNumber,
    ...above.slice(0, at + 1).map(({ ref }) => ref),
  ]
  throw new Stop('conflict', words.circle(chain))
}
