import { newId } from '../../platform/ids.ts'
import { readRules, type Work } from '../access.ts'
import { type Dialect, noParams, type Reply, refusal, thanks, welcome } from '../agent/answers.ts'
import type { Message } from '../agent/message.ts'
import { words } from '../words.ts'
import { takeFinding } from './takeFinding.ts'

/** Answers what an agent said, and keeps what it reported. */
export async function takeMessage(
  work: Work,
  { tokenId, userAgent }: { tokenId: string; userAgent: string },
  message: Message,
  dialect: Dialect,
): Promise<Reply> {
  const rules = await readRules(work.tx)
  const agent = await meetAgent(
    work,
    { tokenId, userAgent, holds: rules.newAgents === 'HOLD' },
    message,
    dialect,
  )
  if (agent.state !== 'ALLOWED')
    return refusal(dialect, 403, agent.state === 'HELD' ? words.held : words.blocked)
  const hours = agent.contactHours ?? rules.contactHours
  switch (message.kind) {
    case 'prolog':
    case 'contact':
      return welcome(dialect, hours)
    case 'params':
      return noParams(dialect, hours)
    case 'report':
      // Each by itself: what it is and what was known of it decide what is written. At most 200.
      for (const finding of message.findings) await takeFinding(work, agent.id, finding, rules)
      return thanks(dialect, hours)
  }
}

type Met = { id: string; state: 'ALLOWED' | 'HELD' | 'BLOCKED'; contactHours: number | null }

async function meetAgent(
  { tx, companyId, record, now, ip }: Work,
  { tokenId, userAgent, holds }: { tokenId: string; userAgent: string; holds: boolean },
  { kind, deviceId, name, agentVersion, tag, findings }: Message,
  { agentId }: Dialect,
): Promise<Met> {
  const id = newId()
  const key = agentId ?? deviceId
  const [met] = await tx.query<Met>(upsert, [
    companyId,
    id,
    key,
    kindOfAgent(userAgent),
    findings[0]?.facts.name ?? (name === 'GLPI-Agent' ? null : name),
    agentVersion ?? userAgent.slice(0, 80),
    holds ? 'HELD' : 'ALLOWED',
    tag,
    tokenId,
    ip,
    now,
    kind === 'report',
  ])
  if (!met) throw new Error('An agent was not written.')
  if (met.id === id) record('agent.enrolled', { type: 'agent', id, ref: key }, { tokenId })
  return met
}

const kindOfAgent = (userAgent: string) => {
  if (/^GLPI/i.test(userAgent)) return 'GLPI'
  if (/^FusionInventory/i.test(userAgent)) return 'FUSION'
  return /^OCS/i.test(userAgent) ? 'OCS' : 'OTHER'
}

const upsert = `
  with used as (
    update app.enrollment_tokens set used_at = $11 where company_id = $1 and id = $9
      and (used_at is null or used_at < $11::timestamptz - interval '1 hour'))
  insert into app.agents as a (company_id, id, key, kind, name, version_text, state, reported_tag, token_id, ip, first_seen_at,
    last_contact_at, last_inventory_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, case when $12::boolean and $7 = 'ALLOWED' then $11::timestamptz end, $11)
  on conflict (company_id, key) do update set last_contact_at = $11, ip = excluded.ip, token_id = excluded.token_id,
    kind = excluded.kind, name = coalesce(excluded.name, a.name), version_text = coalesce(excluded.version_text, a.version_text),
    reported_tag = coalesce(excluded.reported_tag, a.reported_tag),
    last_inventory_at = case when $12::boolean and a.state = 'ALLOWED' then $11::timestamptz else a.last_inventory_at end
  returning id, state, contact_hours as "contactHours"`
