import { type AlertKind, alertKinds, alerts } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { kindsFor } from '../access.ts'

export const counts = handle(alerts.counts, async ({ tx, actor }) => {
  const kinds = kindsFor(actor)
  const counted = await tx.query<{ kind: AlertKind; open: number; standing: number }>(
    `select kind, count(*) filter (where state = 'OPEN')::int as open, count(*)::int as standing from app.alerts
     where company_id = $1 and kind = any ($2::text[]) and ended_at is null and state <> 'RESOLVED' group by kind`,
    [actor.companyId, kinds],
  )
  const all = kinds.map((kind) => {
    const { open = 0, standing = 0 } = counted.find((one) => one.kind === kind) ?? {}
    return { kind, label: alertKinds[kind].label, open, standing }
  })
  return { open: all.reduce((sum, { open }) => sum + open, 0), kinds: all }
})
