import { plans } from '@deskhand/contract'
import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { preview } from './commands/preview.ts'
import { remove } from './commands/remove.ts'
import { runDue } from './commands/run.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'
import { runs } from './queries/runs.ts'

const schedules = (platform: Platform): Schedule[] => [
  { name: 'plans.run_due', cron: '* * * * *', run: (work) => runDue({ ...work, platform }) },
]

export const plansSlice = slice(
  'plans',
  plans,
  { list, create, preview, update, remove, runs },
  { schedules },
)
