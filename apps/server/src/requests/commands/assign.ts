import { requests, undoWindow } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
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
import { isStaff, isSupervisor } from '../rules.ts'
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

/**
 * Whoever works at the desk takes, gives and puts back what nobody has and what they have themselves; out of a
 * colleague's hands it takes a supervisor. Decision 75.
 */
async function toPerson(inside: Inside, request: RequestRecord, id: string | null): Promise<Entry> {
  const { tx, actor } = inside
  const isBack = await isTakingBack(inside, request, id)
  if (id === null) {
    mustBeAllowed(isBack ? 'prioritise' : 'assign', actor, request)
    const message = words.putBack(actor.name)
    return { activityType: 'ASSIGNMENT', message, metadata: { assignedToId: null, assignedToName: null } }
  }
  mustBeAllowed(isBack ? 'prioritise' : id === actor.id ? 'take' : 'assign', actor, request)
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

/**
 * Who gave it away brings it back to where it was, for as long as any deed can be undone and until whoever has it now
 * has moved it or written on it: from then on it is their work.
 */
async function isTakingBack({ tx, actor }: Inside, request: RequestRecord, id: string | null) {
  const isHeldByOther = request.assignedToId !== null && request.assignedToId !== actor.id
  if (!isHeldByOther || isSupervisor(actor, request)) return false
  const since = new Date(clock.now().getTime() - undoWindow.hours * 3_600_000)
  const [last] = await tx.query<{ isTheirs: boolean }>(
    `select actor_id = $3 and changes -> 'assignedToId' ->> 0 is not distinct from $4
       and at > $5 and not exists (select from app.events deed where deed.company_id = $1 and deed.subject_id = $2
         and deed.id > given.id and deed.actor_id = $6
         and deed.name in ('request.moved', 'request.replied', 'request.noted')) as "isTheirs"
     from app.events given where company_id = $1 and subject_id = $2 and name = 'request.assigned'
       and changes ? 'assignedToId' order by id desc limit 1`,
    [request.companyId, request.id, actor.id, id, since, request.assignedToId],
  )
  return last?.isTheirs ?? false
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
