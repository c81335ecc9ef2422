import { type Agent, discovery } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { words } from '../words.ts'

const agentRow = `json_build_object('id', a.id, 'key', a.key, 'kind', a.kind, 'name', a.name, 'agentVersion', a.version_text,
  'state', a.state, 'reportedTag', a.reported_tag, 'tag', a.tag, 'contactHours', a.contact_hours,
  'tokenName', (select t.name from app.enrollment_tokens t where t.company_id = a.company_id and t.id = a.token_id),
  'ip', host(a.ip), 'firstSeenAt', a.first_seen_at, 'lastContactAt', a.last_contact_at,
  'lastInventoryAt', a.last_inventory_at, 'version', a.version,
  'assets', coalesce((select json_agg(distinct jsonb_build_object('id', t.id, 'assetTag', t.asset_tag))
    from (select d.asset_id from app.devices d where d.company_id = a.company_id and d.agent_id = a.id and d.asset_id is not null limit 50) d
    join app.assets t on t.company_id = a.company_id and t.id = d.asset_id and t.deleted_at is null), '[]'))`

export const agents = handle(discovery.agents, async ({ tx, actor, query }) => {
  const { limit, state, q, silentDays } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ agent: Agent }>(
    `select ${agentRow} as agent from app.agents a
     where a.company_id = $1 and ($2::text is null or a.state = $2)
       and ($3::text is null or position(lower($3) in lower(concat_ws(' ', a.key, a.name, a.tag, a.reported_tag, host(a.ip)))) > 0)
       and ($4::int is null or a.last_contact_at < $5::timestamptz - $4 * interval '1 day')
       and (a.last_contact_at, a.id) < ($6::timestamptz, $7::uuid)
     order by a.last_contact_at desc, a.id desc limit $8`,
    [
      actor.companyId,
      state ?? null,
      q ?? null,
      silentDays ?? null,
      clock.now(),
      after?.value ?? 'infinity',
      after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map((row) => row.agent)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.lastContactAt, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

async function loadAgent(tx: Tx, id: string, lock = false): Promise<Agent> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ agent: Agent }>(
        `select ${agentRow} as agent from app.agents a where a.company_id = $1 and a.id = $2 ${lock ? 'for update of a' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchAgent)
  return row.agent
}

export const changeAgent = handle(discovery.changeAgent, async ({ tx, params, body, ifMatch, record }) => {
  const before = await loadAgent(tx, params.id, true)
  if (ifMatch && !ifMatch.includes(String(before.version)))
    throw new Stop('stale', words.stale, { current: before })
  const changes = changesBetween(before, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
  const { state, tag, contactHours }: Agent = Object.assign({ ...before }, body)
  await tx.run(
    `update app.agents set state = $3, tag = $4, contact_hours = $5, updated_at = $6, version = version + 1
     where company_id = $1 and id = $2`,
    [tx.whose.companyId, before.id, state, tag, contactHours, clock.now()],
  )
  record(
    'agent.updated',
    { type: 'agent', id: before.id, ref: before.name ?? before.key },
    { fields },
    changes,
  )
  const agent = await loadAgent(tx, before.id)
  return answer(agent, { version: agent.version })
})
