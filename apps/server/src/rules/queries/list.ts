import { rules } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { readModes, readRule, readRules } from '../access.ts'

export async function answerList(tx: Tx) {
  const [data, modes] = await Promise.all([readRules(tx), readModes(tx)])
  return {
    data,
    modes: Array.from(modes, ([group, mode]) => ({ serviceDeskId: group === 'all' ? null : group, mode })),
  }
}

export const list = handle(rules.list, ({ tx }) => answerList(tx))

export const get = handle(rules.get, async ({ tx, params }) => {
  const rule = await readRule(tx, params.id)
  return answer(rule, { version: rule.version })
})
