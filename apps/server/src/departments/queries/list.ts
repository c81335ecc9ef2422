import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, totalOf } from '../../requests/queries/cursor.ts'
import { conditionsOf } from '../../requests/queries/filter.ts'
import { orderOf } from '../../requests/queries/order.ts'
import type { Served } from '../access.ts'
import { readViews } from './read.ts'

const none = { data: [], page: { next: null, totalEstimate: null } }

/** The newest first; who sees what is the rule of every list of requests. */
export const list = (service: Served) =>
  handle(service.routes.list, async (inside) => {
    const { tx, actor, platform, query } = inside
    const facts = await deskFacts(platform, tx)
    const type = facts.types.find(({ kind }) => kind === service.kind)
    const { keys, branches } = orderOf('-createdAt', query.cursor)
    if (!type) return none
    const { status, requester, limit } = query
    const filter = { requestTypeId: type.id, status, ...(requester ? { requester: [requester] } : {}) }
    const which = sql.join(conditionsOf(filter, { actor, facts, now: clock.now() }), sql` and `)
    // Without a sort column that can be empty there is one stretch to read.
    const found = sql`select r.* from app.requests r where ${which} ${branches[0] ?? sql``}
      order by ${keys} limit ${limit + 1}`
    const views = await readViews(inside, service, found)
    const data = views.slice(0, limit)
    const last = data.at(-1)
    const next = views.length > limit && last ? cursorOf(last.createdAt, last.id) : null
    const totalEstimate = totalOf(query, next, data.length)
    return answer({ data, page: { next, totalEstimate } }, { next })
  })
