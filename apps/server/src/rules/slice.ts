import { rules } from '@deskhand/contract'
import { undo } from '../platform/log/undo.ts'
import { slice } from '../platform/slice.ts'
import { order } from './commands/order.ts'
import { create, remove, update } from './commands/save.ts'
import { dryRun, preview } from './commands/tryOut.ts'
import { schedules } from './keepTime.ts'
import { differences, getDryRun } from './queries/dryRuns.ts'
import { get, list } from './queries/list.ts'
import { ofRequest, runs } from './queries/runs.ts'
import { reactions } from './react.ts'
import { dryRunReactions } from './tryRule.ts'

export const rulesSlice = slice(
  'rules',
  rules,
  { list, create, get, update, remove, order, preview, dryRun, getDryRun, differences, runs, ofRequest },
  {
    reactions: (platform) => [...reactions(platform), ...dryRunReactions],
    schedules,
    // Whoever was told has been told.
    undoes: [undo({ on: 'rule.notified', run: async () => undefined })],
  },
)
