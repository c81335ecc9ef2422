import { type Team, teams } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutTeam, loadTeam, putMembers } from '../access.ts'

const namesOf = (team: Team) => team.members.map(({ name }) => name)

export const setMembers = handle(teams.setMembers, async ({ tx, actor, params, body, record }) => {
  const before = await loadTeam({ tx, actor }, params.id, { lock: true })
  await putMembers(tx, { id: before.id, deskId: before.serviceDeskId }, body.personIds)
  const team = await loadTeam({ tx, actor }, before.id)
  const changes = changesBetween<object>({ members: namesOf(before) }, { members: namesOf(team) })
  if (Object.keys(changes).length === 0) return answer(team, { unchanged: true })
  record('team.members_changed', aboutTeam(team), { count: team.members.length }, changes)
  return answer(team, {})
})
