import { assignees } from '@deskhand/contract'
import { loadDesk } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { mustLead, readAssignees } from '../queries/list.ts'
import { words } from '../words.ts'

export const change = handle(assignees.change, async ({ tx, actor, params, body, record, platform }) => {
  const desk = await loadDesk(platform, tx, params.id)
  mustLead(actor, desk.id)
  const personId = params.personId.toLowerCase()
  const before = (await readAssignees(tx, desk.id)).find((one) => one.personId === personId)
  if (!before) throw new Stop('not_found', words.noSuchMember)
  const { takesWork, capacity } = body
  const skills = [...new Set(body.skills)].sort()
  await tx.run(
    `insert into app.assignees (company_id, person_id, desk_id, takes_work, capacity, skills) values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id, person_id, desk_id) do update set takes_work = excluded.takes_work,
       capacity = excluded.capacity, skills = excluded.skills`,
    [actor.companyId, personId, desk.id, takesWork, capacity, skills],
  )
  record(
    'assignee.changed',
    { type: 'desk', id: desk.id, ref: before.name, deskId: desk.id },
    { personId },
    {
      takesWork: [before.takesWork, takesWork],
      capacity: [before.capacity, capacity],
      skills: [before.skills, skills],
    },
  )
  return { ...before, takesWork, capacity, skills }
})
