import { type AlertKind, type AlertRule, alertKinds, alerts } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid, newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { look } from './look.ts'

type Kept = { id: string; kind: AlertKind; days: number | null; isActive: boolean; version: number }

const about = ({ id, kind }: Pick<Kept, 'id' | 'kind'>) => ({
  type: 'alert_rule',
  id,
  ref: alertKinds[kind].label,
})

function ruleOf(kind: AlertKind, kept?: Kept): AlertRule {
  const { label, days } = alertKinds[kind]
  const usualDays = days?.usual ?? null
  return {
    id: kept?.id ?? null,
    kind,
    label,
    measure: days?.measure ?? null,
    days: kept?.days ?? usualDays,
    isActive: kept?.isActive ?? true,
    usualDays,
    version: kept?.version ?? 0,
  }
}

async function lockRule(tx: Tx, idText: string, ifMatch: readonly string[] | null): Promise<Kept> {
  const id = idText.toLowerCase()
  const [kept] = isUuid(id)
    ? await tx.query<Kept>(
        `select id, kind, days, is_active as "isActive", version from app.alert_rules
         where company_id = $1 and id = $2 for update`,
        [tx.whose.companyId, id],
      )
    : []
  if (!kept) throw new Stop('not_found', words.noSuchRule)
  if (ifMatch && !ifMatch.includes(String(kept.version)))
    throw new Stop('stale', words.stale, { current: ruleOf(kept.kind, kept) })
  return kept
}

function mustHaveDays(kind: AlertKind, days: number | undefined): void {
  if (days !== undefined && alertKinds[kind].days === null) throw refuseField('days', words.noDays)
}

export const rules = handle(alerts.rules, async ({ tx, actor }) => {
  const kept = await tx.query<Kept>(
    `select id, kind, days, is_active as "isActive", version from app.alert_rules where company_id = $1`,
    [actor.companyId],
  )
  // Object.keys loses the key type; the object's keys are exactly these.
  const kinds = Object.keys(alertKinds) as AlertKind[]
  return {
    data: kinds.map((kind) =>
      ruleOf(
        kind,
        kept.find((one) => one.kind === kind),
      ),
    ),
  }
})

export const addRule = handle(alerts.addRule, async ({ tx, actor, body, record }) => {
  const { kind, isActive } = body
  mustHaveDays(kind, body.days)
  const now = clock.now()
  const id = newId()
  const days = body.days ?? null
  const [added] = await tx.query<{ id: string }>(
    `insert into app.alert_rules (company_id, id, kind, days, is_active, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict (company_id, kind) do nothing returning id`,
    [actor.companyId, id, kind, days, isActive, now],
  )
  if (!added) throw new Stop('conflict', words.ruledAlready)
  record('alert_rule.created', about({ id, kind }), { kind, days, isActive })
  await look({ tx, now, record, kinds: [kind] })
  return answer(ruleOf(kind, { id, kind, days, isActive, version: 1 }), { version: 1 })
})

export const changeRule = handle(alerts.changeRule, async ({ tx, actor, params, body, ifMatch, record }) => {
  const before = await lockRule(tx, params.id, ifMatch)
  mustHaveDays(before.kind, body.days)
  const after = { ...before, days: body.days ?? before.days, isActive: body.isActive ?? before.isActive }
  const changes = changesBetween<Kept>(before, after)
  if (Object.keys(changes).length === 0)
    return answer(ruleOf(before.kind, before), { version: before.version, unchanged: true })
  const now = clock.now()
  await tx.run(
    `update app.alert_rules set days = $3, is_active = $4, updated_at = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, before.id, after.days, after.isActive, now],
  )
  const { kind, days, isActive } = after
  record('alert_rule.updated', about(after), { kind, days, isActive }, changes)
  await look({ tx, now, record, kinds: [kind] })
  return answer(ruleOf(kind, { ...after, version: before.version + 1 }), { version: before.version + 1 })
})

export const removeRule = handle(alerts.removeRule, async ({ tx, actor, params, ifMatch, record }) => {
  const kept = await lockRule(tx, params.id, ifMatch)
  await tx.run('delete from app.alert_rules where company_id = $1 and id = $2', [actor.companyId, kept.id])
  record('alert_rule.deleted', about(kept), { kind: kept.kind })
  await look({ tx, now: clock.now(), record, kinds: [kept.kind] })
  return {}
})
