import { openStore } from '../platform/files/store.ts'
import { isUuid } from '../platform/ids.ts'
import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'

const day = 86_400_000
/** Lists hold names and addresses; so long they can be looked at again and tried anew. */
const keptDays = 30

/** Every night: forgets the files of old lists, and what a crash left without a row. What was imported and its counts stay. */
export const sweep = ({ config }: Pick<Platform, 'config'>): Schedule => ({
  name: 'imports.sweep',
  cron: '37 3 * * *',
  run: async ({ tx, companyId, now }) => {
    await tx.run(
      `update app.imports set file_place = null
       where company_id = $1 and created_at < $2 and file_place is not null and state not in ('CHECKING', 'IMPORTING')`,
      [companyId, new Date(now.getTime() - keptDays * day)],
    )
    await openStore(config.folder).sweepPlaces(
      [`${companyId}/imports`],
      new Date(now.getTime() - day),
      async (names) => {
        const rows = await tx.query<{ id: string }>(
          'select id from app.imports where company_id = $1 and id = any ($2::uuid[]) and file_place is not null',
          [companyId, names.filter(isUuid)],
        )
        return new Set(rows.map(({ id }) => id))
      },
    )
  },
})
