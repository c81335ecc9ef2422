import {
  Can,
  type DeskPeriods,
  type Level,
  type Mover,
  type Priority,
  type RequestState,
} from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { words } from './words.ts'

/** The facts of a request that decide who somebody is to it. */
export type Belonging = {
  serviceDeskId: string
  requesterId: string
  createdById: string
  isConfidential: boolean
}

/** The facts of a request that decide what somebody may do with it now. */
export type Standing = Belonging &
  Pick<DeskPeriods, 'reopenDays' | 'appealDays'> & {
    status: RequestState
    reviewKind: 'TRIAGE' | 'APPROVAL' | null
    /** Where the open question came from. */
    askedFrom?: string | null
    assignedToId: string | null
    appealCount: number
    statusChangedAt: Date
    closedAt: Date | null
    /** Where it went as a duplicate. */
    mergedIntoId?: string | null
    deletedAt: Date | null
    /** What it asks for is ordered already; the database keeps it. */
    isOrdered?: boolean
    /** The names of what must be done before it can be resolved; the database keeps them. */
    openMandatoryTasks: readonly string[]
  }

/** A new request as the rules see it. */
export const begun = <Row extends { createdAt: Date }>(row: Row) => ({
  ...row,
  status: 'SUBMITTED' as const,
  reviewKind: null,
  assignedToId: null,
  appealCount: 0,
  statusChangedAt: row.createdAt,
  closedAt: null,
  deletedAt: null,
  openMandatoryTasks: [],
})

export type Person = Pick<Actor, 'id' | 'isAdmin' | 'desks' | 'isDeskhand'>

/** Why something cannot be done: the wrong person, the wrong moment, or a field that is missing or wrong. */
export type Refusal = { code: 'forbidden' | 'state'; sentence: string }

/** Works on it: a technician or supervisor of its desk, or an admin where it is not confidential. */
export const isStaff = (actor: Person, request: Belonging): boolean =>
  actor.desks.has(request.serviceDeskId) || (actor.isAdmin && !request.isConfidential)

/** Leads the desk it lies at; an admin leads every desk, but no confidential request. */
export const isSupervisor = (actor: Person, request: Belonging): boolean =>
  actor.desks.get(request.serviceDeskId) === 'SUPERVISOR' || (actor.isAdmin && !request.isConfidential)

/**
 * Asked for it, or asked in somebody's name without working on it: a manager may answer and withdraw what
 * they asked for their people, a technician may not confirm their own work that way.
 */
export const isRequester = (actor: Person, request: Belonging): boolean =>
  actor.id === request.requesterId ||
  (actor.id === request.createdById && !actor.isAdmin && !actor.desks.has(request.serviceDeskId))

/** What they say is the desk's word to who asked. What Deskhand says by itself is no answer: nobody has looked yet. */
export const isAnswerOf = (actor: Person, request: Belonging): boolean =>
  isStaff(actor, request) && !actor.isDeskhand && actor.id !== request.requesterId

/** As what this person may move it, the stronger part first. A supervisor is a technician too. */
export function moversOf(actor: Person, request: Belonging): Mover[] {
  const movers: Mover[] = []
  if (isSupervisor(actor, request)) movers.push('supervisor')
  if (isStaff(actor, request)) movers.push('technician')
  if (isRequester(actor, request)) movers.push('requester')
  return movers
}

/** The word beside a name in the timeline: `Requester`, `IT technician`, `Admin`; nothing for a bystander. */
export function roleWord(actor: Person, request: Belonging & { deskCode: string }): string | null {
  if (actor.id === request.requesterId) return 'Requester'
  const role = actor.desks.get(request.serviceDeskId)
  if (role) return `${words.desk(request.deskCode)} ${role.toLowerCase()}`
  return isStaff(actor, request) ? 'Admin' : null
}

export const isOpen = ({ status }: Pick<Standing, 'status'>): boolean =>
  status !== 'RESOLVED' && status !== 'REJECTED'

const day = 86_400_000

/** What this person may do with it now. The commands ask `whyNot` of the same table, so that both agree. */
export const canDo = (actor: Person, request: Standing, now: Date): Can[] =>
  Can.options.filter((action) => whyNot(action, actor, request, now) === null)

/** Why this person may not do it now, or null when they may. */
export function whyNot(action: Can, actor: Person, request: Standing, now: Date): Refusal | null {
  const wrongPerson = notWho(action, actor, request)
  if (wrongPerson) return { code: 'forbidden', sentence: wrongPerson }
  const wrongMoment = notWhen(action, actor, request, now)
  return wrongMoment ? { code: 'state', sentence: wrongMoment } : null
}

function notWho(action: Can, actor: Person, request: Standing): string | null {
  const isHeldByOther = request.assignedToId !== null && request.assignedToId !== actor.id
  switch (action) {
    case 'comment':
    case 'attach':
      return null
    case 'withdraw':
    case 'confirm':
    case 'appeal':
      return isRequester(actor, request) ? null : words.onlyRequester
    case 'update':
    case 'reopen':
      return isStaff(actor, request) || isRequester(actor, request) ? null : words.onlyDesk
    case 'note':
    case 'prioritise':
    case 'tag':
    case 'seal':
      return isStaff(actor, request) ? null : words.onlyDesk
    case 'take':
      if (!actor.desks.has(request.serviceDeskId)) return words.onlyMember
      return isHeldByOther && !isSupervisor(actor, request) ? words.onlySupervisorTakes : null
    case 'assign':
      if (!isStaff(actor, request)) return words.onlyDesk
      return isHeldByOther && !isSupervisor(actor, request) ? words.onlySupervisorGives : null
    case 'close':
    case 'delete':
    case 'restore':
      return isSupervisor(actor, request) ? null : words.onlySupervisor
  }
}

function notWhen(action: Can, actor: Person, request: Standing, now: Date): string | null {
  if (action === 'restore') return request.deletedAt ? null : words.notInTrash
  if (request.deletedAt) return words.inTrash
  if (request.mergedIntoId) return whileMerged(action)
  const closed = request.closedAt && (isReopenable(request, now) ? words.closed : words.closedForGood)
  switch (action) {
    // A closed request can still be filed and protected.
    case 'tag':
    case 'seal':
    case 'delete':
      return null
    case 'comment':
    case 'attach':
    case 'note':
    case 'prioritise':
    case 'assign':
      return closed
    case 'take':
      return closed ?? (request.assignedToId === actor.id ? words.taken : null)
    case 'update':
      if (closed || isUntouched(request) || isStaff(actor, request)) return closed
      return request.status === 'APPROVED' && !request.assignedToId ? words.approvedAsIs : words.begun
    case 'withdraw':
      if (!isOpen(request)) return words.settled
      return request.isOrdered ? words.ordered : null
    case 'confirm':
    case 'close':
      if (request.closedAt) return words.closedAlready
      return isOpen(request) ? words.notSettled : null
    case 'reopen':
      if (isReopenable(request, now)) return null
      return request.status === 'RESOLVED' ? words.closedForGood : words.notResolved
    case 'appeal':
      return closed ?? whyNoAppeal(request, now)
  }
}

/**
 * New, or only being approved: nobody of the desk has it, so whoever asked can still correct it. What somebody agreed to
 * by then is void with the change, and asked anew.
 */
const isUntouched = ({
  status,
  reviewKind,
  assignedToId,
}: Pick<Standing, 'status' | 'reviewKind' | 'assignedToId'>) =>
  status === 'SUBMITTED' ||
  (reviewKind === 'APPROVAL' &&
    assignedToId === null &&
    (status === 'IN_REVIEW' || status === 'ACTION_REQUIRED'))

/** What was merged can be written to (it lands where it went), filed and protected; all else takes an un-merge. */
function whileMerged(action: Can): string | null {
  switch (action) {
    case 'comment':
    case 'attach':
    case 'tag':
    case 'seal':
    case 'delete':
      return null
    default:
      return words.merged
  }
}

/** Resolved, and not closed for longer than the desk lets it come back. */
export const isReopenable = (
  { status, closedAt, reopenDays }: Pick<Standing, 'status' | 'closedAt' | 'reopenDays'>,
  now: Date,
): boolean => status === 'RESOLVED' && (!closedAt || now.getTime() - closedAt.getTime() <= reopenDays * day)

/** Why whoever asked cannot contest it now, or null: once, and within the days of the desk. */
export function whyNoAppeal(
  {
    status,
    appealCount,
    appealDays,
    statusChangedAt,
  }: Pick<Standing, 'status' | 'appealCount' | 'appealDays' | 'statusChangedAt'>,
  now: Date,
): string | null {
  if (status !== 'REJECTED') return words.notRejected
  if (appealCount > 0) return words.contestedOnce
  if (appealDays === 0) return words.neverContested
  return now.getTime() - statusChangedAt.getTime() > appealDays * day ? words.contestedLate(appealDays) : null
}

/** The beginning of a text, as lists show it; PostgreSQL's `left(text, 200)`, which counts characters too. */
export const snippetOf = (text: string | null): string | null =>
  text === null ? null : [...text.slice(0, 400)].slice(0, 200).join('')

const priorities: readonly Priority[] = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
/** One level up, for whose requests come first; nothing is above the highest. */
export const raised = (priority: Priority): Priority =>
  priorities[priorities.indexOf(priority) + 1] ?? 'CRITICAL'

type Levels = { impact?: Level | null | undefined; urgency?: Level | null | undefined }

/** Impact and urgency once one of them is said, the other as it was or in the middle; null where neither is. */
export const ratedBy = ({ impact, urgency }: Levels, before: Levels = {}) =>
  impact || urgency
    ? { impact: impact ?? before.impact ?? 'MEDIUM', urgency: urgency ?? before.urgency ?? 'MEDIUM' }
    : null
