import { Can, type Level, type Mover, type Priority, type RequestState } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'

/** The facts of a request that decide who somebody is to it. */
export type Belonging = {
  serviceDeskId: string
  requesterId: string
  createdById: string
  isConfidential: boolean
}

type Person = Pick<Actor, 'id' | 'isAdmin' | 'desks'>

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

/** As what this person may move it. A supervisor is a technician too. */
export function moversOf(actor: Person, request: Belonging): Mover[] {
  const movers: Mover[] = []
  if (isRequester(actor, request)) movers.push('requester')
  if (isStaff(actor, request)) movers.push('technician')
  if (isSupervisor(actor, request)) movers.push('supervisor')
  return movers
}

/** The word beside a name in the timeline: `Requester`, `IT technician`, `Admin`; nothing for a bystander. */
export function roleWord(actor: Person, request: Belonging & { deskCode: string }): string | null {
  if (actor.id === request.requesterId) return 'Requester'
  const role = actor.desks.get(request.serviceDeskId)
  if (role) return `${deskWord(request.deskCode)} ${role.toLowerCase()}`
  return isStaff(actor, request) ? 'Admin' : null
}

/** `IT` stays, `FACILITIES` becomes `Facilities`. */
const deskWord = (code: string) => (code.length <= 3 ? code : code.slice(0, 1) + code.slice(1).toLowerCase())

const priorities: Record<Level, Record<Level, Priority>> = {
  HIGH: { HIGH: 'CRITICAL', MEDIUM: 'HIGH', LOW: 'MEDIUM' },
  MEDIUM: { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' },
  LOW: { HIGH: 'MEDIUM', MEDIUM: 'LOW', LOW: 'LOW' },
}

/** ITIL's table of impact × urgency. */
export const priorityOf = (impact: Level, urgency: Level): Priority => priorities[impact][urgency]

/** The facts of a request that decide what somebody may do with it now. */
export type Standing = Belonging & {
  status: RequestState
  reviewKind: 'TRIAGE' | 'APPROVAL' | null
  assignedToId: string | null
  appealCount: number
  statusChangedAt: Date
  closedAt: Date | null
  deletedAt: Date | null
}

const day = 86_400_000
/** How long after its closing a request can be reopened; later it takes a new one. */
export const reopenWindow = 14 * day
/** How long a requester can contest a rejection. */
export const appealWindow = 10 * day

export const isOpen = ({ status }: Pick<Standing, 'status'>): boolean =>
  status !== 'RESOLVED' && status !== 'REJECTED'

/** What this person may do with it now; the server allows exactly this, and grey buttons read it. */
export function canDo(actor: Person, request: Standing, now: Date): Can[] {
  const staff = isStaff(actor, request)
  const supervisor = isSupervisor(actor, request)
  const requester = isRequester(actor, request)
  if (request.deletedAt) return supervisor ? ['restore'] : []
  const live = !request.closedAt
  const settled = live && !isOpen(request)
  const mine = request.assignedToId === actor.id
  const member = actor.desks.has(request.serviceDeskId)
  const table: Record<Can, boolean> = {
    update: live && (staff || (requester && request.status === 'SUBMITTED')),
    comment: live,
    note: live && staff,
    take: live && member && !mine && (!request.assignedToId || supervisor),
    assign: live && supervisor,
    prioritise: live && staff,
    tag: staff,
    seal: staff,
    attach: live,
    withdraw: requester && isOpen(request),
    confirm: settled && requester,
    close: settled && supervisor,
    reopen: (requester || staff) && isReopenable(request, now),
    delete: supervisor,
    restore: false,
  }
  return Can.options.filter((name) => table[name])
}

/** Resolved, and not closed for longer than the window. */
export const isReopenable = ({ status, closedAt }: Standing, now: Date): boolean =>
  status === 'RESOLVED' && (!closedAt || now.getTime() - closedAt.getTime() <= reopenWindow)
