import { type RuleBody, rules } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutRule, allRules, loadRule, readRule } from '../access.ts'
import { refuseFaulty } from '../check.ts'

const columnsOf = ({ name, serviceDeskId, isEnabled, trigger, condition, actions }: RuleBody) => [
  name,
  serviceDeskId,
  isEnabled,
  JSON.stringify(trigger),
  JSON.stringify(condition),
  JSON.stringify(actions),
  clock.now(),
]

/** Last in order; whoever wants it looked at earlier moves it. */
export const create = handle(rules.create, async ({ tx, actor, body, record, platform }) => {
  const others = await allRules(tx, { lock: true })
  await refuseFaulty({ tx, platform }, body, others)
  const id = newId()
  await tx.run(
    `insert into app.rules (company_id, id, position, name, desk_id, is_enabled, trigger, condition, actions, checked_until,
       created_at, updated_at)
     select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $9, $9 from app.rules where company_id = $1`,
    [actor.companyId, id, ...columnsOf(body)],
  )
  record('rule.created', aboutRule({ id, name: body.name }), { name: body.name }, changesBetween({}, body))
  return answer(await readRule(tx, id), { version: 1, location: `/management/automation-rules/${id}` })
})

/** What its clock counts from begins anew where the rule waits for something else, or sleeps no more. */
export const update = handle(rules.update, async ({ tx, actor, params, body, ifMatch, record, platform }) => {
  const { rule, others } = await loadRule(tx, params.id, { ifMatch })
  const changes = changesBetween<RuleBody>(rule, body)
  const fields = Object.keys(changes)
  if (fields.length === 0)
    return answer(await readRule(tx, rule.id), { version: rule.version, unchanged: true })
  const after = { ...rule, ...definedOf(body) }
  // Whatever is wrong by now, it can be switched off.
  const isOnlySwitchedOff = fields.length === 1 && body.isEnabled === false
  if (!isOnlySwitchedOff) await refuseFaulty({ tx, platform }, after, others)
  const version = rule.version + 1
  const beginsAnew = 'trigger' in changes || (after.isEnabled && !rule.isEnabled)
  await tx.run(
    `update app.rules set name = $3, desk_id = $4, is_enabled = $5, trigger = $6, condition = $7, actions = $8,
       updated_at = $9, version = $10, checked_until = case when $11 then $9::timestamptz else checked_until end
     where company_id = $1 and id = $2`,
    [actor.companyId, rule.id, ...columnsOf(after), version, beginsAnew],
  )
  record('rule.updated', aboutRule(after), { name: after.name, version, fields }, changes)
  return answer(await readRule(tx, rule.id), { version })
})

const definedOf = (
  body: Partial<{ [Key in keyof RuleBody]: RuleBody[Key] | undefined }>,
): Partial<RuleBody> =>
  // What is left has no undefined in it.
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<RuleBody>

/** Its log stays with the requests. */
export const remove = handle(rules.remove, async ({ tx, actor, params, ifMatch, record }) => {
  const { rule } = await loadRule(tx, params.id, { ifMatch })
  await tx.run(
    `update app.rules set deleted_at = $3, is_enabled = false, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, rule.id, clock.now()],
  )
  record('rule.deleted', aboutRule(rule), { name: rule.name })
  return {}
})
