import { sql } from 'kysely'
import type { Schedule } from '../platform/jobs/reaction.ts'
import { lockSome } from '../requests/access.ts'
import { wakeAll } from './commands/wake.ts'

/** So many at once, so that nobody waits long for their locks; the next minute takes the rest. */
const batch = 500

/** What sleeps until a time that has come. The lock and the condition together wake each of them once. */
const wakeDue: Schedule = {
  name: 'snoozes.wake_due',
  cron: '* * * * *',
  run: async ({ db, tx, record, companyId, now }) => {
    const due = sql<boolean>`requests.snoozed_at is not null and exists (select from app.request_snoozes s
      where s.company_id = requests.company_id and s.request_id = requests.id and s.woke_at is null
        and s.until_at <= ${now})`
    await wakeAll({ tx, record }, await lockSome(db, companyId, due, batch), 'TIME')
  },
}

export const schedules: Schedule[] = [wakeDue]
