import { surveys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

export const rates = handle(surveys.rates, async ({ tx, actor }) => {
  const data = await tx.query<{ id: string; code: string; name: string; percent: number }>(
    `select id, code, name, survey_percent as percent from app.desks
     where company_id = $1 and is_active and ($2 or id = any ($3::uuid[])) order by display_order, code`,
    [
      actor.companyId,
      actor.isAdmin,
      [...actor.desks].flatMap(([id, role]) => (role === 'SUPERVISOR' ? [id] : [])),
    ],
  )
  return { data }
})
