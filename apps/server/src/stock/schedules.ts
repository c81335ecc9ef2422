import type { Schedule } from '../platform/jobs/reaction.ts'
import { recount } from './queries/recount.ts'

/** So many names are said. */
const shown = 5

/** Counts all stock anew every night. It mends nothing: who runs the company should know before anything is changed. */
const recountNightly: Schedule = {
  name: 'stock.recount',
  cron: '41 2 * * *',
  run: async ({ tx, record, companyId }) => {
    const drifts = await recount(tx)
    if (drifts.length === 0) return
    const items = [...new Set(drifts.map(({ name }) => name))].slice(0, shown)
    record('stock.drifted', { type: 'company', id: companyId }, { count: drifts.length, items })
  },
}

export const schedules: Schedule[] = [recountNightly]
