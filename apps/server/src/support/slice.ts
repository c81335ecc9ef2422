import { support } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { next } from './commands/next.ts'
import { rebalance } from './commands/rebalance.ts'
import { assignments } from './queries/assignments.ts'
import { queue } from './queries/queue.ts'

export const supportSlice = slice('support', support, { queue, next, assignments, rebalance })
