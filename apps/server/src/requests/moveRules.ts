import {
  type MoveField,
  type Mover,
  type RequestState,
  requestStates,
  unusedFields,
} from '@deskhand/contract'
import { isReopenable, type Refusal, type Standing, whyNoAppeal } from './rules.ts'
import { words } from './words.ts'

/** A move as somebody asks for it: the fields of `POST /requests/:id/transitions`. */
export type Ask = {
  to: RequestState
  reason?: string | undefined
  question?: string | undefined
  waitReason?: WaitReason | undefined
  waitUntil?: Date | undefined
  /** Id or number of the request whose end is waited for. */
  waitFor?: string | undefined
  resolutionCode?: string | undefined
  resolutionText?: string | undefined
  /** What the review is; approvals set it, everybody else means triage. */
  reviewKind?: 'TRIAGE' | 'APPROVAL' | undefined
}
type WaitReason = 'VENDOR' | 'PART' | 'DELIVERY' | 'CHANGE' | 'APPOINTMENT' | 'DATE' | 'OTHER'

/** A move that may be made: as whom, and what they must say. */
export type Way = { to: RequestState; as: Mover; requires: readonly MoveField[]; word: string }

/** How one of these movers may make the move now, or why none of them may. The first that may is taken. */
export function wayTo(
  to: RequestState,
  request: Standing,
  movers: readonly Mover[],
  now: Date,
): Way | Refusal {
  const from = request.status
  if (request.deletedAt) return { code: 'state', sentence: words.inTrash }
  if (request.mergedIntoId) return { code: 'state', sentence: words.merged }
  const illegal = requestStates.refusal(from, to)
  if (request.closedAt && (illegal || !isReopenable(request, now))) {
    return { code: 'state', sentence: isReopenable(request, now) ? words.closed : words.closedForGood }
  }
  if (illegal) return { code: 'state', sentence: illegal }
  const wrongMover = requestStates.refusalBy(from, to, movers)
  if (wrongMover) return { code: 'forbidden', sentence: wrongMover }
  const move = requestStates.find(from, to)
  let refusal: Refusal = { code: 'forbidden', sentence: words.onlyDesk }
  for (const as of movers) {
    if (!move?.by.includes(as)) continue
    const blocked = guard(to, request, as, now)
    if (!blocked) return { to, as, requires: requiredOf(from, to, as), word: wordOf(from, to, as) }
    refusal = blocked
  }
  return refusal
}

export const isRefusal = (way: Way | Refusal): way is Refusal => 'sentence' in way

/** The moves that these movers may make now. */
export const waysFrom = (request: Standing, movers: readonly Mover[], now: Date): Way[] =>
  requestStates.states
    .map((to) => wayTo(to, request, movers, now))
    .filter((way): way is Way => !isRefusal(way))

/**
 * Where the requester's answer takes a returned request: back to review, to where it was approved and not begun, or to
 * who works on it.
 */
export function answerTo({
  reviewKind,
  askedFrom,
  assignedToId,
}: Pick<Standing, 'reviewKind' | 'askedFrom' | 'assignedToId'>): RequestState {
  if (reviewKind) return 'IN_REVIEW'
  if (askedFrom === 'APPROVED') return 'APPROVED'
  return assignedToId ? 'IN_PROGRESS' : 'IN_REVIEW'
}

const state = (sentence: string): Refusal => ({ code: 'state', sentence })

function guard(to: RequestState, request: Standing, as: Mover, now: Date): Refusal | null {
  const from = request.status
  const awaitsApproval = request.reviewKind === 'APPROVAL'
  const back = answerTo(request)
  if (to === 'APPROVED' && as !== 'system' && back !== 'APPROVED')
    return { code: 'forbidden', sentence: words.approvesItself }
  if (from === 'ACTION_REQUIRED' && to === 'IN_REVIEW' && back !== 'IN_REVIEW')
    return state(back === 'APPROVED' ? words.agreedAlready : words.withSomebody)
  if (from === 'ACTION_REQUIRED' && to === 'IN_PROGRESS') {
    if (awaitsApproval) return state(words.awaitsApproval)
    if (as === 'requester' && back === 'APPROVED') return state(words.agreedAlready)
    if (as === 'requester' && !request.assignedToId) return state(words.withNobody)
  }
  // The requester may still take it back, and what nobody answers is set to rest.
  if (awaitsApproval && to === 'RESOLVED' && as === 'technician') return state(words.awaitsApproval)
  if (from === 'IN_REVIEW' && awaitsApproval && to === 'IN_PROGRESS') return state(words.awaitsApproval)
  // Whoever asked may take it back, whatever the desk still has on its list.
  if (to === 'RESOLVED' && as !== 'requester' && request.openMandatoryTasks.length > 0)
    return state(words.openTasks(request.openMandatoryTasks))
  if (to === 'RESOLVED' && as === 'requester' && request.isOrdered) return state(words.ordered)
  const noAppeal = from === 'REJECTED' && as === 'requester' ? whyNoAppeal(request, now) : null
  return noAppeal ? state(noAppeal) : null
}

/** A withdrawal needs no words; who asked says why it goes on, the desk need not. */
function requiredOf(from: RequestState, to: RequestState, as: Mover): readonly MoveField[] {
  const goesOn = from === 'RESOLVED' || from === 'REJECTED'
  if (to === 'RESOLVED' ? as === 'requester' : goesOn && as !== 'requester') return []
  return requestStates.find(from, to)?.requires ?? []
}

const wordOf = (from: RequestState, to: RequestState, as: Mover): string =>
  to === 'RESOLVED' && as === 'requester' ? 'withdrawn' : (requestStates.find(from, to)?.word ?? '')

/** What the move lacks, and what it does not use: the field and a sentence for each. `codes` are the desk's resolution codes. */
export function faultsOf(
  ask: Ask,
  { to, as, requires }: Way,
  codes: readonly string[],
  now: Date,
): { field: string; message: string }[] {
  const faults = requires
    .filter((field) => ask[field] === undefined)
    .map((field): { field: string; message: string } => ({ field, message: words.needs[field] }))
  const add = (field: string, message: string) => faults.push({ field, message })
  if (to === 'WAITING') {
    if (ask.waitReason === 'DATE' && !ask.waitUntil) add('waitUntil', words.needs.waitUntil)
    if (ask.waitUntil && ask.waitUntil <= now) add('waitUntil', words.past)
  }
  faults.push(...unusedFields(ask))
  const code = to === 'RESOLVED' && as !== 'requester' ? ask.resolutionCode : undefined
  if (code !== undefined && !codes.includes(code)) add('resolutionCode', words.noSuchCode(codes))
  return faults
}

/** The fields that every move sets anew. */
export type Moved = {
  status: RequestState
  reviewKind: 'TRIAGE' | 'APPROVAL' | null
  question: string | null
  askedFrom: string | null
  waitReason: WaitReason | null
  waitUntil: Date | null
  waitForId: string | null
  rejectionReason: string | null
  resolutionCode: string | null
  resolutionText: string | null
  reopenCount: number
  appealCount: number
  assignedToId: string | null
  firstResponseAt: Date | null
  resolvedAt: Date | null
  closedAt: Date | null
}

/** `awaitedId`: whose end it waits for. */
type Circumstances = { now: Date; starter: string | null; isAnswer: boolean; awaitedId?: string | null }

/**
 * The request after the move. `starter` is whoever makes it and works at the desk: who starts what nobody
 * has, has it. `isAnswer` when these are words of the desk to the requester, the first of which count.
 */
export function afterMove(
  request: Standing & Pick<Moved, 'reopenCount' | 'firstResponseAt'>,
  ask: Ask,
  { to, as }: Pick<Way, 'to' | 'as'>,
  { now, starter, isAnswer, awaitedId = null }: Circumstances,
): Moved {
  const isWithdrawal = to === 'RESOLVED' && as === 'requester'
  const speaks = to === 'ACTION_REQUIRED' || to === 'RESOLVED' || to === 'REJECTED'
  return {
    status: to,
    reviewKind: reviewOf(request, ask, to),
    question: to === 'ACTION_REQUIRED' ? (ask.question ?? null) : null,
    askedFrom: to === 'ACTION_REQUIRED' ? request.status : null,
    waitReason: to === 'WAITING' ? (ask.waitReason ?? null) : null,
    waitUntil: to === 'WAITING' ? (ask.waitUntil ?? null) : null,
    waitForId: to === 'WAITING' ? awaitedId : null,
    rejectionReason: to === 'REJECTED' ? (ask.reason ?? null) : null,
    resolutionCode: to !== 'RESOLVED' ? null : isWithdrawal ? 'WITHDRAWN' : (ask.resolutionCode ?? null),
    resolutionText: to !== 'RESOLVED' ? null : (isWithdrawal && ask.reason) || ask.resolutionText || null,
    reopenCount: request.reopenCount + (request.status === 'RESOLVED' ? 1 : 0),
    appealCount: request.appealCount + (request.status === 'REJECTED' && as === 'requester' ? 1 : 0),
    assignedToId: request.assignedToId ?? (to === 'IN_PROGRESS' ? starter : null),
    firstResponseAt: request.firstResponseAt ?? (isAnswer && speaks ? now : null),
    resolvedAt: to === 'RESOLVED' ? now : null,
    closedAt: null,
  }
}

function reviewOf(request: Standing, ask: Ask, to: RequestState): 'TRIAGE' | 'APPROVAL' | null {
  if (to === 'IN_REVIEW') return ask.reviewKind ?? request.reviewKind ?? 'TRIAGE'
  // A question in the middle of a review does not end it.
  if (to === 'ACTION_REQUIRED') return request.reviewKind
  return null
}
