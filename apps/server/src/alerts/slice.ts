import { alerts } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { makeRequest } from './commands/makeRequest.ts'
import { addRule, changeRule, removeRule, rules } from './commands/rules.ts'
import { acknowledge, reopen, resolve, snooze } from './commands/say.ts'
import { counts } from './queries/counts.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { schedules } from './schedules.ts'

export const alertsSlice = slice(
  'alerts',
  alerts,
  {
    list,
    counts,
    get,
    acknowledge,
    snooze,
    resolve,
    reopen,
    makeRequest,
    rules,
    addRule,
    changeRule,
    removeRule,
  },
  { schedules },
)
