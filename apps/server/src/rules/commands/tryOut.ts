import { type BodyOf, type RuleBody, rules } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField } from '../../platform/stop.ts'
import { named, visibleTo } from '../../requests/access.ts'
import { readRule } from '../access.ts'
import { refuseFaulty } from '../check.ts'
import { readDryRun } from '../queries/dryRuns.ts'
import { isTheirs } from '../queries/facts.ts'
import { findThem } from '../tryRule.ts'
import { words } from '../words.ts'

/** A draft is checked as far as it stands alone: a circle is said when it is saved. */
export const preview = handle(rules.preview, async ({ tx, actor, body, record, platform }) => {
  const { rule, ...how } = body
  await refuseFaulty({ tx, platform }, { ...rule, isEnabled: false }, [])
  return begin({ tx, actor, record }, { id: null, rule }, how)
})

export const dryRun = handle(rules.dryRun, async ({ tx, actor, params, body, record }) => {
  const { id, name, serviceDeskId, isEnabled, trigger, condition, actions } = await readRule(tx, params.id)
  return begin(
    { tx, actor, record },
    { id, rule: { name, serviceDeskId, isEnabled, trigger, condition, actions } },
    body,
  )
})

async function begin(
  { tx, actor, record }: { tx: Tx; actor: Actor; record: RecordEvent },
  { id: ruleId, rule }: { id: string | null; rule: RuleBody },
  { most, requestId }: BodyOf<typeof rules.dryRun>,
) {
  const one = requestId === undefined ? null : await findOne(tx, actor, requestId)
  const id = newId()
  const now = clock.now()
  await tx.run(
    `with old as (delete from app.rule_dry_runs where company_id = $1 and started_at < $9::timestamptz - interval '7 days')
     insert into app.rule_dry_runs (company_id, id, rule_id, rule_name, rule, request_id, most, started_by_id, started_at, total)
     select $1, $3, $4, $5, $6, $2, $7::int, $8, $9, (select count(*) from (select ${findThem}
       and ($10::uuid is null or r.service_desk_id = $10) limit $7::int) counted)`,
    [
      actor.companyId,
      one,
      id,
      ruleId,
      rule.name,
      JSON.stringify(rule),
      most,
      actor.id,
      now,
      rule.serviceDeskId,
    ],
  )
  const { name } = rule
  record('rule.dry_run_asked', { type: 'rule_dry_run', id, ref: name, people: [actor.id] }, { name })
  return readDryRun(tx, id)
}

async function findOne(tx: Tx, actor: Actor, idOrReference: string): Promise<string> {
  const [found] = await send<{ id: string }>(
    tx,
    sql`select r.id from app.requests r where r.company_id = ${actor.companyId} and ${named(idOrReference, 'r')}
      and ${visibleTo(actor, 'r')} and ${sql.raw(isTheirs)}`,
  )
  if (!found) throw refuseField('requestId', words.noSuchRequest)
  return found.id
}
