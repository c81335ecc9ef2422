import { basename } from 'node:path'
import { openStore } from '../platform/files/store.ts'
import { isUuid } from '../platform/ids.ts'
import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'

const day = 86_400_000

/**
 * Every night: removes what arrived more than a day ago and was never put in its place, what waited seven
 * days for a request that was never sent, and what lies in the places of this month and the last without a
 * row, because a process died between the two.
 */
export const sweep = ({ config, log }: Pick<Platform, 'config' | 'log'>): Schedule => ({
  name: 'files.sweep',
  cron: '17 3 * * *',
  run: async ({ tx, companyId, now }) => {
    const store = openStore(config.folder)
    const before = new Date(now.getTime() - day)
    const arrivals = await store.sweepArrivals(before)
    const months = [0, 1].map((back) => {
      const [year, month] = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back))
        .toISOString()
        .split('-')
      return `${companyId}/${year}/${month}`
    })
    const folders = await Promise.all(
      months.map(async (month) => (await store.list(month)).map((request) => `${month}/${request}`)),
    )
    const strays = await store.sweepPlaces(folders.flat(), before, async (names) => {
      const ids = names.map((name) => basename(name, '.webp')).filter(isUuid)
      const rows = await tx.query<{ id: string }>(
        `select a.id from app.attachments a where a.company_id = $1 and a.id = any ($2::uuid[])
         union all select f.id from app.asset_files f where f.company_id = $1 and f.id = any ($2::uuid[])
         union all select d.receipt_id from app.disposals d where d.company_id = $1 and d.receipt_id = any ($2::uuid[])
         union all select s.id from app.staged_files s where s.company_id = $1 and s.id = any ($2::uuid[])`,
        [companyId, ids],
      )
      const known = new Set(rows.map(({ id }) => id))
      return new Set(names.filter((name) => known.has(basename(name, '.webp'))))
    })
    // Their files have no row from now on and go the next night: a row never outlives its file.
    await tx.run('delete from app.staged_files where company_id = $1 and created_at < $2', [
      companyId,
      new Date(now.getTime() - 7 * day),
    ])
    if (arrivals + strays > 0) log.info({ arrivals, strays }, 'removed files that belonged to nothing')
  },
})
