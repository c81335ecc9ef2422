import { discovery, type WrittenRules } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { readRules } from '../access.ts'
import { words } from '../words.ts'

export const rules = handle(discovery.rules, async ({ tx }) => {
  const found = await readRules(tx)
  return answer(found, { version: found.version })
})

export const setRules = handle(discovery.setRules, async ({ tx, actor, body, ifMatch, record }) => {
  const { companyId } = actor
  // Two who set them at once, where there are none yet, come one after the other.
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`discovery rules ${companyId}`])
  const { version, updatedAt: _, ...before } = await readRules(tx, { lock: true })
  if (ifMatch && !ifMatch.includes(String(version))) throw new Stop('stale', words.stale, { current: before })
  const ids = Object.values(body.categories)
  const known = await tx.query<{ id: string }>(
    'select id from app.asset_categories where company_id = $1 and id = any ($2::uuid[]) and retired_at is null',
    [companyId, ids],
  )
  if (new Set(known.map(({ id }) => id)).size < new Set(ids).size)
    throw refuseField('categories', words.noSuchCategory)
  const changes = changesBetween<WrittenRules>(before, body)
  if (Object.keys(changes).length === 0) return answer(await readRules(tx), { version, unchanged: true })
  await tx.run(
    `insert into app.discovery_rules (company_id, rules, updated_at, version) values ($1, $2::jsonb, $3, 2)
     on conflict (company_id) do update set rules = excluded.rules, updated_at = excluded.updated_at,
       version = discovery_rules.version + 1`,
    [companyId, JSON.stringify(body), clock.now()],
  )
  record('discovery_rules.updated', { type: 'discovery_rules', id: companyId }, {}, changes)
  const after = await readRules(tx)
  return answer(after, { version: after.version })
})
