import { type BodyIn, type Rule, rules } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

export type RuleIn = BodyIn<typeof rules.create>
let count = 0

/** A rule for every desk on what is new, unless something else is said. */
export const ruleOf = (rule: Partial<RuleIn> & Pick<RuleIn, 'actions'>): RuleIn => ({
  name: `Rule ${++count}`,
  serviceDeskId: null,
  isEnabled: true,
  trigger: { on: 'CREATED' },
  condition: { match: 'all', parts: [] },
  ...rule,
})

/** Saves a rule, as Elena, who runs the company. */
export async function addRule(desk: Desk, rule: Partial<RuleIn> & Pick<RuleIn, 'actions'>): Promise<Rule> {
  return (await desk.as(elena).call(rules.create, { body: ruleOf(rule) })).data
}

/** Takes all rules away. */
export async function clear(desk: Desk): Promise<void> {
  const { data } = await desk.as(elena).call(rules.list)
  for (const { id } of data.data) await desk.as(elena).call(rules.remove, { params: { id } })
}
