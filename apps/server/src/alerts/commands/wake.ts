import type { Work } from '../../platform/jobs/reaction.ts'
import { type AlertRow, about } from '../access.ts'

/** Opens again what slept long enough. */
export async function wake({ tx, record, companyId, now }: Work & { now: Date }): Promise<void> {
  const woken = await tx.query<AlertRow>(
    `update app.alerts set state = 'OPEN', snoozed_until = null, updated_at = $2, version = version + 1
     where company_id = $1 and snoozed_until <= $2
     returning id, kind, subject_ref as "subjectRef", desk_id as "deskId"`,
    [companyId, now],
  )
  for (const alert of woken) record('alert.woke', about(alert), { kind: alert.kind })
}
