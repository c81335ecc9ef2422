import { sla } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { escalations } from './escalate.ts'
import { backtest } from './queries/backtest.ts'
import { get } from './queries/get.ts'
import { preview } from './queries/preview.ts'
import { recompute } from './queries/recompute.ts'
import { catchUp, recomputeReactions } from './recompute.ts'

export const slaSlice = slice(
  'sla',
  sla,
  { get, recompute, preview, backtest },
  { reactions: recomputeReactions, schedules: [escalations, catchUp] },
)
