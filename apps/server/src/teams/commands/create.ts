import { teams } from '@deskhand/contract'
import { lockDesk } from '../../desks/commands/desk.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { aboutTeam, checkName, loadTeam, mustLead, putMembers } from '../access.ts'
import { words } from '../words.ts'

/** The desk is locked, so that two of one name cannot come at once. */
export const create = handle(teams.create, async ({ tx, actor, body, record }) => {
  const desk = await lockDesk(tx, body.serviceDeskId).catch(() => {
    throw refuseField('serviceDeskId', words.noSuchDesk)
  })
  mustLead(actor, desk.id)
  await checkName(tx, { deskId: desk.id, name: body.name, exceptId: null })
  const id = newId()
  await tx.run('insert into app.teams (company_id, id, desk_id, name) values ($1, $2, $3, $4)', [
    actor.companyId,
    id,
    desk.id,
    body.name,
  ])
  await putMembers(tx, { id, deskId: desk.id }, body.personIds)
  const team = await loadTeam({ tx, actor }, id)
  record(
    'team.created',
    aboutTeam(team),
    { name: team.name },
    { members: [[], team.members.map(({ name }) => name)] },
  )
  return answer(team, { location: `/teams/${id}` })
})
