import { surveys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

export const setRate = handle(surveys.setRate, async ({ tx, actor, params, body, record }) => {
  const id = params.id.toLowerCase()
  const [desk] = isUuid(id)
    ? await tx.query<{ id: string; name: string; percent: number }>(
        `select id, name, survey_percent as percent from app.desks where company_id = $1 and id = $2 for update`,
        [actor.companyId, id],
      )
    : []
  if (!desk) throw new Stop('not_found', words.noSuchDesk)
  if (!actor.isAdmin && actor.desks.get(desk.id) !== 'SUPERVISOR') {
    throw new Stop('forbidden', words.onlyLead)
  }
  const { percent } = body
  await tx.run('update app.desks set survey_percent = $3 where company_id = $1 and id = $2', [
    actor.companyId,
    desk.id,
    percent,
  ])
  record(
    'survey.rate_changed',
    { type: 'desk', id: desk.id, ref: desk.name, deskId: desk.id },
    { percent },
    {
      surveyPercent: [desk.percent, percent],
    },
  )
  return { percent }
})
