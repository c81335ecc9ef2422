import { type Rule, RuleBody, type RuleMode } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { idsIn, namesOf } from './queries/names.ts'
import type { RuleRecord } from './rules.ts'
import { words } from './words.ts'

type Row = RuleRecord & { updatedAt: string; applied: number; refused: number; lastAt: string | null }

const columns = `u.id, u.name, u.desk_id as "serviceDeskId", u.is_enabled as "isEnabled", u.trigger, u.condition, u.actions,
  u.position, u.version`

/** Older rules lack what later ones say; the contract's defaults fill it in. */
function parsed<Some extends RuleRecord>({ ...row }: Some): Some {
  const { name, serviceDeskId, isEnabled, trigger, condition, actions } = row
  return { ...row, ...RuleBody.parse({ name, serviceDeskId, isEnabled, trigger, condition, actions }) }
}

/** The rules that could be set off at a desk, in their order. */
export async function enabledRules(
  tx: Tx,
  on: RuleBody['trigger']['on'],
  deskId: string | null = null,
): Promise<(RuleRecord & { checkedUntil: Date })[]> {
  const rows = await tx.query<RuleRecord & { checkedUntil: Date }>(
    `select ${columns}, u.checked_until as "checkedUntil" from app.rules u
     where u.company_id = $1 and u.is_enabled and u.deleted_at is null and u.trigger ->> 'on' = $2
       and ($3::uuid is null or u.desk_id is null or u.desk_id = $3)
     order by u.position, u.id`,
    [tx.whose.companyId, on, deskId],
  )
  return rows.map(parsed)
}

/** Every rule that is there, for looking for circles. */
export async function allRules(tx: Tx, { lock = false } = {}): Promise<RuleRecord[]> {
  const rows = await tx.query<RuleRecord>(
    `select ${columns} from app.rules u where u.company_id = $1 and u.deleted_at is null
     order by u.position, u.id ${lock ? 'for update' : ''}`,
    [tx.whose.companyId],
  )
  return rows.map(parsed)
}

/** How each group goes on after a match, by the desk's id or `all`. */
export async function readModes(tx: Tx): Promise<Map<string, RuleMode>> {
  const rows = await tx.query<{ groupId: string; mode: RuleMode }>(
    'select group_id as "groupId", mode from app.rule_modes where company_id = $1',
    [tx.whose.companyId],
  )
  return new Map(rows.map(({ groupId, mode }) => [groupId === tx.whose.companyId ? 'all' : groupId, mode]))
}

/** Rules as admins see them; `id` null for all. */
export async function readRules(tx: Tx, id: string | null = null): Promise<Rule[]> {
  const rows = await tx.query<Row>(
    `select ${columns}, to_json(u.updated_at) #>> '{}' as "updatedAt", coalesce(n.applied, 0) as applied,
       coalesce(n.refused, 0) as refused, to_json(n.last_at) #>> '{}' as "lastAt"
     from app.rules u left join lateral (
       select count(*) filter (where r.outcome = 'APPLIED')::int as applied,
         count(*) filter (where r.outcome in ('REFUSED', 'STOPPED'))::int as refused, max(r.at) as last_at
       from app.rule_runs r where r.company_id = u.company_id and r.rule_id = u.id and r.at > $3::timestamptz - interval '7 days') n on true
     where u.company_id = $1 and u.deleted_at is null and ($2::uuid is null or u.id = $2)
     order by u.position, u.id`,
    [tx.whose.companyId, id, clock.now()],
  )
  const all = rows.map(parsed)
  const names = await namesOf(tx, idsIn(all))
  return all.map(({ applied, refused, lastAt, ...rule }) => ({
    ...rule,
    deskName: rule.serviceDeskId ? (names(rule.serviceDeskId) ?? null) : null,
    sentences: {
      when: words.when(rule.trigger),
      if: words.condition(rule.condition, names),
      does: words.does(rule.actions, names),
    },
    recent: { applied, refused, lastAt },
  }))
}

export async function readRule(tx: Tx, id: string): Promise<Rule> {
  const [rule] = isUuid(id.toLowerCase()) ? await readRules(tx, id.toLowerCase()) : []
  if (!rule) throw new Stop('not_found', words.noSuchRule)
  return rule
}

/** The rule, locked with all others, because whether it may be saved depends on them; or the same 404. */
export async function loadRule(
  tx: Tx,
  id: string,
  { ifMatch = null }: { ifMatch?: readonly string[] | null } = {},
): Promise<{ rule: RuleRecord; others: RuleRecord[] }> {
  const all = await allRules(tx, { lock: true })
  const rule = all.find((one) => one.id === id.toLowerCase())
  if (!rule) throw new Stop('not_found', words.noSuchRule)
  if (ifMatch && !ifMatch.includes(String(rule.version)))
    throw new Stop('stale', words.stale, { current: await readRule(tx, rule.id) })
  return { rule, others: all.filter((one) => one !== rule) }
}

/** The rule as the subject of an event. */
export const aboutRule = ({ id, name }: { id: string; name: string }): Subject => ({
  type: 'rule',
  id,
  ref: name,
})
