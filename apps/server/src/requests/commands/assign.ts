import { requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import {
  about,
  addActivities,
  type Entry,
  loadRequest,
  mustBeAllowed,
  type RequestRecord,
} from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { isStaff } from '../rules.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
type Target = { assignedToId?: string | null | undefined; assignedTeamId?: string | null | undefined }

export const assign = handle(requests.assign, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const changed = await give(inside, request, body)
  return answerWhole(tx, actor, request, { unchanged: !changed })
})

/** Gives a locked request to a person, a team or nobody; tells whether that changed anything. */
export async function give(inside: Inside, request: RequestRecord, target: Target): Promise<boolean> {
  const { tx, actor, record } = inside
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  const changes = changesBetween(request, definedOf(target))
  if (Object.keys(changes).length === 0) return false
  const entries: Entry[] = []
  if (changes['assignedToId']) entries.push(await toPerson(inside, request, target.assignedToId ?? null))
  if (changes['assignedTeamId']) entries.push(await toTeam(inside, request, target.assignedTeamId ?? null))
  const after = { ...request, ...definedOf(target) }
  const { assignedToId, assignedTeamId } = after
  const { written } = addActivities(
    tx,
    actor,
    entries.map((entry) => ({ request, entry })),
  )
  record('request.assigned', about(after), { assignedToId, assignedTeamId }, changes)
  await Promise.all([written, save(tx, actor, request, { assignedToId, assignedTeamId })])
  return true
}

const definedOf = ({ assignedToId, assignedTeamId }: Target) => ({
  ...(assignedToId === undefined ? {} : { assignedToId }),
  ...(assignedTeamId === undefined ? {} : { assignedTeamId }),
})

/** A technician takes what nobody has and puts back their own; everything else is a supervisor's. */
async function toPerson({ tx, actor }: Inside, request: RequestRecord, id: string | null): Promise<Entry> {
  if (id === null) {
    mustBeAllowed(request.assignedToId === actor.id ? 'prioritise' : 'assign', actor, request)
    const message = words.putBack(actor.name)
    return { activityType: 'ASSIGNMENT', message, metadata: { assignedToId: null, assignedToName: null } }
  }
  mustBeAllowed(id === actor.id ? 'take' : 'assign', actor, request)
  const [person] = await tx.query<{ name: string; isAtDesk: boolean; isOnList: boolean }>(
    `select p.name, exists (select from app.desk_members m where m.company_id = p.company_id
         and m.desk_id = $3 and m.person_id = p.id) as "isAtDesk",
       exists (select from app.request_access a where a.company_id = p.company_id
         and a.request_id = $4 and a.person_id = p.id) as "isOnList"
     from app.people p where p.company_id = $1 and p.id = $2 and p.state = 'ACTIVE' and p.deleted_at is null`,
    [request.companyId, id, request.serviceDeskId, request.id],
  )
  if (!person) throw refuseField('assignedToId', words.noSuchPerson)
  if (!person.isAtDesk) throw refuseField('assignedToId', words.notAtDesk(person))
  const isHidden = request.isConfidential && !request.accessIncludesDesk && id !== request.requesterId
  if (isHidden && !person.isOnList) throw refuseField('assignedToId', words.notOnList(person))
  const message = id === actor.id ? words.took(actor.name) : words.gave(actor.name, person.name)
  return { activityType: 'ASSIGNMENT', message, metadata: { assignedToId: id, assignedToName: person.name } }
}

/** Which team looks after it is part of sorting, and any of the desk may sort. */
async function toTeam({ tx, actor }: Inside, request: RequestRecord, id: string | null): Promise<Entry> {
  mustBeAllowed('prioritise', actor, request)
  if (id === null) {
    const metadata = { assignedTeamId: null, assignedTeamName: null }
    return { activityType: 'ASSIGNMENT', message: words.tookFromTeam(actor.name), metadata }
  }
  const [team] = await tx.query<{ name: string }>(
    'select name from app.teams where company_id = $1 and id = $2 and desk_id = $3 and is_active',
    [request.companyId, id, request.serviceDeskId],
  )
  if (!team) throw refuseField('assignedTeamId', words.noSuchTeam)
  const metadata = { assignedTeamId: id, assignedTeamName: team.name }
  return { activityType: 'ASSIGNMENT', message: words.gaveTeam(actor.name, team.name), metadata }
}
