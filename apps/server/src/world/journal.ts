import type { RequestStatus } from '@deskhand/contract'
import type { Calendar } from './calendar.ts'
import type { Voice } from './content/phrases.ts'
import type { Office } from './offices.ts'
import { idAt, type Random } from './random.ts'
import type { Activity, ActivityMetadata, ActivityType, Person, Request, Team } from './shapes.ts'
import type { Slots } from './slots.ts'

export type Actor = {
  person: Person | null
  role: 'requester' | 'technician' | 'supervisor' | 'system'
}

/** One request while its story is being written: the row, its entries, and the moment the story has reached. */
export type Journal = {
  request: Request
  activities: Activity[]
  office: Office
  requester: Person
  calendar: Calendar
  random: Random
  slots: Slots
  /** How people speak in it. */
  voice: Voice
  at: number
}

export const system: Actor = { person: null, role: 'system' }
export const requesterOf = (journal: Journal): Actor => ({ person: journal.requester, role: 'requester' })

const deskWord = { IT: 'IT', HR: 'HR', FINANCE: 'Finance', FACILITIES: 'Facilities' } as const
export const nameOf = ({ person }: Actor) => (person ? `${person.firstName} ${person.lastName}` : 'Deskhand')

/** Lets about so many working minutes go by, never reaching the present. */
export function pass(journal: Journal, median: number): void {
  passExactly(journal, journal.random.around(median))
}

export function passExactly(journal: Journal, minutes: number): void {
  const left = journal.calendar.workingBetween(journal.at, journal.calendar.present)
  const step = Math.min(minutes, left * 0.4)
  if (step < 0.5) return
  journal.at = Math.max(journal.at, journal.calendar.addWorking(journal.at, step))
}

/** Jumps over a share, 0–1, of the working time that is left up to the present. */
export function skip(journal: Journal, share: number): void {
  const left = journal.calendar.workingBetween(journal.at, journal.calendar.present)
  if (left > 1) journal.at = journal.calendar.addWorking(journal.at, left * share)
}

type Entry = { type: ActivityType; message: string; isInternal?: boolean; metadata?: ActivityMetadata }

function enter(journal: Journal, actor: Actor, entry: Entry): void {
  const { request, random, office } = journal
  if (journal.activities.length > 0) journal.at += random.int(1200, 9000)
  const createdAt = new Date(journal.at)
  const role = actor.role === 'requester' ? 'Requester' : `${deskWord[office.desk.code]} ${actor.role}`
  journal.activities.push({
    id: idAt(random, journal.at),
    companyId: request.companyId,
    requestId: request.id,
    authorId: actor.person?.id ?? null,
    authorName: nameOf(actor),
    authorRole: actor.role === 'system' ? null : role,
    activityType: entry.type,
    message: entry.message,
    isInternal: entry.isInternal ?? false,
    isSystemGenerated: entry.type !== 'COMMENT',
    metadata: entry.metadata ?? {},
    createdAt,
  })
  request.updatedAt = createdAt
  request.updatedById = actor.person?.id ?? null
}

const answered = (journal: Journal, actor: Actor) => {
  if (actor.role === 'technician' || actor.role === 'supervisor')
    journal.request.firstResponseAt ??= new Date(journal.at)
}

export function open(journal: Journal, creator: Actor): void {
  const name = nameOf(creator)
  const { requester } = journal
  const message = journal.request.onBehalf
    ? `${name} opened this for ${requester.firstName} ${requester.lastName}.`
    : `${name} opened this request.`
  enter(journal, creator, {
    type: 'SYSTEM',
    message,
    metadata: { event: 'opened', from: null, to: 'SUBMITTED' },
  })
}

/** A public reply. */
export function say(journal: Journal, actor: Actor, template: string): void {
  enter(journal, actor, {
    type: 'COMMENT',
    message: journal.slots.fill(template, journal.at, callBy(journal)),
  })
  answered(journal, actor)
}

/** A line that only the team reads. */
export function note(journal: Journal, actor: Actor, template: string): void {
  const message = journal.slots.fill(template, journal.at, callBy(journal))
  enter(journal, actor, { type: 'COMMENT', message, isInternal: true })
}

/** Texts may call the technician by name; that is whoever has the request now. */
export function callBy(journal: Journal): Record<string, string> {
  const assignee = journal.office.staff.find(({ person }) => person.id === journal.request.assignedToId)
  return { tech: assignee?.person.firstName ?? 'the desk' }
}

export function assign(journal: Journal, actor: Actor, person: Person): void {
  const name = `${person.firstName} ${person.lastName}`
  const message =
    actor.person?.id === person.id ? `${name} took this.` : `${nameOf(actor)} gave this to ${name}.`
  journal.request.assignedToId = person.id
  enter(journal, actor, {
    type: 'ASSIGNMENT',
    message,
    metadata: { assignedToId: person.id, assignedToName: name },
  })
}

export function assignTeam(journal: Journal, actor: Actor, team: Team): void {
  journal.request.assignedTeamId = team.id
  enter(journal, actor, {
    type: 'ASSIGNMENT',
    message: `${nameOf(actor)} gave this to the team ${team.name}.`,
    metadata: { assignedTeamId: team.id, assignedTeamName: team.name },
  })
}

export type MoveDetails = Omit<ActivityMetadata, 'event' | 'by' | 'from' | 'to'>

/** Moves the request and keeps what the move asks for; `words` are what people read in the timeline. */
export function move(
  journal: Journal,
  actor: Actor,
  to: RequestStatus,
  words: string,
  details: MoveDetails = {},
): void {
  const { request } = journal
  const from = request.status
  enter(journal, actor, { type: 'STATUS_CHANGE', message: words, metadata: { from, to, ...details } })
  const at = new Date(journal.at)
  request.status = to
  request.statusChangedAt = at
  request.question = details.question ?? null
  request.waitReason = details.waitReason ?? null
  request.waitUntil = details.waitUntil ? new Date(details.waitUntil) : null
  request.reviewKind = details.reviewKind ?? null
  request.resolutionCode = details.resolutionCode ?? null
  request.resolutionText = details.resolutionText ?? null
  request.rejectionReason = to === 'REJECTED' ? (details.reason ?? null) : null
  request.resolvedAt = to === 'RESOLVED' ? at : null
  request.closedAt = null
  if (from === 'RESOLVED') request.reopenCount += 1
  if (from === 'REJECTED') request.appealCount += 1
  if (to === 'ACTION_REQUIRED' || to === 'RESOLVED' || to === 'REJECTED') answered(journal, actor)
}

export function close(journal: Journal, actor: Actor): void {
  const by = actor.role === 'system' ? 'timer' : actor.role
  const message = {
    timer: 'Closed after five working days.',
    requester: `${nameOf(actor)} confirmed and closed this.`,
    technician: `${nameOf(actor)} closed this.`,
    supervisor: `${nameOf(actor)} closed this.`,
  }[by]
  enter(journal, actor, { type: 'SYSTEM', message, metadata: { event: 'closed', by } })
  journal.request.closedAt = new Date(journal.at)
}
