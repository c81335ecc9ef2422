import {
  type BodyOf,
  type CorrectableField,
  type Correction,
  type corrections,
  type RequestState,
  requestStates,
} from '@deskhand/contract'
import { changesBetween } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import type { Corrected } from '../requests/commands/correct.ts'
import { isRequester, isStaff, isSupervisor, type Person, type Standing } from '../requests/rules.ts'
import { words as ofRequests } from '../requests/words.ts'
import { words } from './words.ts'

/** What a correction asks for. */
export type Wanted = BodyOf<typeof corrections.propose>['changes']
export type Changes = Record<string, [unknown, unknown]>

/** What belongs to a state alone: it is asked for by that state, and gone in every other. */
export const fieldsOfState: Partial<Record<RequestState, readonly CorrectableField[]>> = {
  ACTION_REQUIRED: ['question'],
  WAITING: ['waitReason', 'waitUntil'],
  RESOLVED: ['resolutionCode', 'resolutionText'],
  REJECTED: ['rejectionReason'],
}
const stateFields = Object.values(fieldsOfState).flat()

/** Why this person may not propose a correction of it, or null: an admin who works on it, since no rank opens what is confidential. */
export const whyNoProposal = (actor: Person, request: Standing): string | null =>
  actor.isAdmin && isStaff(actor, request) ? null : words.onlyAdmins

/** Why this person is not the second one, or null. */
export function whyNotSecond(actor: Person, request: Standing, proposedById: string): string | null {
  if (!isSupervisor(actor, request)) return words.onlySecond
  if (actor.id === proposedById) return words.notTheSame
  return isRequester(actor, request) || actor.id === request.createdById ? words.notTheirs : null
}

/** What the reader of a correction may do with it. */
export function canOf(
  actor: Person,
  request: Standing,
  { state, proposedById }: { state: string; proposedById: string },
): Correction['can'] {
  if (state !== 'PROPOSED') return []
  return [
    ...(whyNotSecond(actor, request, proposedById) === null ? (['decide'] as const) : []),
    ...(actor.id === proposedById ? (['withdraw'] as const) : []),
  ]
}

/** The request's fields as the correction leaves them: what does not belong to its state any more is gone. */
export function correctedOf(request: Corrected, wanted: Wanted): Corrected {
  const status = wanted.status ?? request.status
  const own = fieldsOfState[status] ?? []
  const kept = <Field extends CorrectableField>(field: Field) => (own.includes(field) ? request[field] : null)
  return {
    status,
    question: wanted.question ?? kept('question'),
    waitReason: wanted.waitReason ?? kept('waitReason'),
    waitUntil: wanted.waitUntil ? new Date(wanted.waitUntil) : kept('waitUntil'),
    resolutionCode: wanted.resolutionCode ?? kept('resolutionCode'),
    resolutionText: wanted.resolutionText ?? kept('resolutionText'),
    rejectionReason: wanted.rejectionReason ?? kept('rejectionReason'),
    summary: wanted.summary ?? request.summary,
    description: wanted.description === undefined ? request.description : wanted.description,
    priority: wanted.priority ?? request.priority,
  }
}

/** What would change, field by field. */
export const changesOf = (request: Corrected, wanted: Wanted): Changes =>
  changesBetween<Corrected>(request, correctedOf(request, wanted))

type Fault = { field: string; message: string }

/** What of this cannot be: a field that the state has not, one that it needs, a moment that is over. */
export function faultsOf(
  request: Corrected,
  wanted: Wanted,
  codes: readonly string[],
  now: Date,
): { foreign: Fault[]; wrong: Fault[] } {
  const after = correctedOf(request, wanted)
  const own = fieldsOfState[after.status] ?? []
  const foreign = stateFields
    .filter((field) => wanted[field] !== undefined && !own.includes(field))
    .map((field) => ({ field, message: words.foreign(field, after.status) }))
  const wrong: Fault[] = own
    .filter((field): field is keyof typeof words.needs => field in words.needs)
    .filter((field) => after[field] === null)
    .map((field) => ({ field, message: words.needs[field] }))
  const { resolutionCode, waitUntil } = wanted
  if (resolutionCode && own.includes('resolutionCode') && !codes.includes(resolutionCode))
    wrong.push({ field: 'resolutionCode', message: ofRequests.noSuchCode(codes) })
  if (waitUntil && new Date(waitUntil) <= now) wrong.push({ field: 'waitUntil', message: ofRequests.past })
  return { foreign, wrong }
}

/** Stops where a request cannot be corrected at all, or not to this state. `wasApproved`: by everyone whose leave it needed. */
export function mustBeCorrectable(request: Standing, to: RequestState, wasApproved: boolean): void {
  if (request.mergedIntoId) throw new Stop('state', ofRequests.merged)
  if (!request.closedAt) throw new Stop('state', words.notClosed)
  if (to === request.status) return
  const allowed = requestStates.states.filter(
    (state) => state !== 'SUBMITTED' && (state !== 'APPROVED' || wasApproved),
  )
  if (to === 'SUBMITTED') throw new Stop('state', words.neverNew, { allowed })
  if (to === 'APPROVED' && !wasApproved) throw new Stop('state', words.neverAgreed, { allowed })
}
