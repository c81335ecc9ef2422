import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { look } from './commands/look.ts'
import { wake } from './commands/wake.ts'

type Run = Work & { now: Date }

export const schedules: Schedule[] = [
  { name: 'alerts.look', cron: '43 4 * * *', run: ({ tx, record, now }: Run) => look({ tx, record, now }) },
  // What is over need not stand there until tomorrow, nor what slept long enough.
  {
    name: 'alerts.keep_up',
    cron: '23 * * * *',
    run: async (work: Run) => {
      await look({ ...work, opens: false })
      await wake(work)
    },
  },
]
