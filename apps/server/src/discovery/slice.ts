import { discovery } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { agents, changeAgent } from './commands/changeAgent.ts'
import { enroll, revoke, tokens } from './commands/enroll.ts'
import { resolve } from './commands/resolve.ts'
import { rules, setRules } from './commands/setRules.ts'
import { conflicts } from './queries/conflicts.ts'
import { inventory } from './queries/inventory.ts'

export const discoverySlice = slice('discovery', discovery, {
  tokens,
  enroll,
  revoke,
  agents,
  changeAgent,
  conflicts,
  resolve,
  rules,
  setRules,
  inventory,
})
