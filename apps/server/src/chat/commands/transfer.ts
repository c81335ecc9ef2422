import { chat } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Inside as Given, handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, isSupervisor, type RequestRecord } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { loadSession, readSession, type SessionRecord } from '../access.ts'
import { findColleague } from '../colleague.ts'
import { words } from '../words.ts'

type Inside = Pick<Given, 'tx' | 'actor' | 'record'>

/** To a colleague, who has it at once, or to a team, for which it waits again. The request goes with it. */
export const transfer = handle(chat.transfer, async (inside) => {
  const { actor, params, body } = inside
  const { session, request } = await loadSession(inside, params.id)
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  if (session.technicianId !== actor.id && !isSupervisor(actor, request)) {
    throw new Stop(
      session.technicianId ? 'forbidden' : 'state',
      session.technicianId ? words.onlyHolder : words.notTaken,
    )
  }
  if (body.personId) await toPerson(inside, session, request, body.personId)
  else await toTeam(inside, session, request, body.teamId ?? '')
  return readSession(inside, session.id)
})

async function toPerson(inside: Inside, session: SessionRecord, request: RequestRecord, id: string) {
  const { tx, actor, record } = inside
  const person = await findColleague(tx, request, id)
  if (!person.isAtDesk) throw refuseField('personId', words.notAtDesk(person.name))
  if (session.technicianId === person.id) throw new Stop('state', words.isTheirs(person.name))
  await tx.run(
    `update app.chat_sessions set state = 'ACTIVE', technician_id = $3, team_id = null,
       accepted_at = coalesce(accepted_at, $4) where company_id = $1 and id = $2`,
    [actor.companyId, session.id, person.id, clock.now()],
  )
  const changes = { assignedToId: [request.assignedToId, person.id] as [unknown, unknown] }
  await assign(inside, request, { assignedToId: person.id, assignedTeamId: request.assignedTeamId }, changes)
  await tell(inside, session, request, person.name)
  record('chat.transferred', about({ ...request, assignedToId: person.id }), {
    sessionId: session.id,
    technicianId: person.id,
    teamId: null,
  })
}

async function toTeam(inside: Inside, session: SessionRecord, request: RequestRecord, id: string) {
  const { tx, actor, record } = inside
  const [team] = await tx.query<{ name: string }>(
    'select name from app.teams where company_id = $1 and id = $2 and desk_id = $3 and is_active',
    [request.companyId, id, request.serviceDeskId],
  )
  if (!team) throw refuseField('teamId', words.noSuchTeam)
  await tx.run(
    `update app.chat_sessions set state = 'WAITING', technician_id = null, team_id = $3, waiting_since = $4
     where company_id = $1 and id = $2`,
    [actor.companyId, session.id, id, clock.now()],
  )
  const changes = {
    assignedToId: [request.assignedToId, null] as [unknown, unknown],
    assignedTeamId: [request.assignedTeamId, id] as [unknown, unknown],
  }
  await assign(inside, request, { assignedToId: null, assignedTeamId: id }, changes)
  await tell(inside, session, request, team.name)
  record('chat.transferred', about({ ...request, assignedToId: null }), {
    sessionId: session.id,
    technicianId: null,
    teamId: id,
  })
}

type Target = { assignedToId: string | null; assignedTeamId: string | null }

async function assign(
  { tx, actor, record }: Inside,
  request: RequestRecord,
  target: Target,
  changes: Record<string, [unknown, unknown]>,
) {
  record('request.assigned', about({ ...request, ...target }), target, changes)
  await save(tx, actor, request, target)
}

const tell = ({ tx, actor }: Inside, session: SessionRecord, request: RequestRecord, to: string) =>
  addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.gave(actor.name, to),
    metadata: { event: 'chat_transferred', sessionId: session.id, to },
  })
