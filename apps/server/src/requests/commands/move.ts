import type { RequestState } from '@deskhand/contract'
import { writeEntries } from '../../agreements/access.ts'
import { mustStand } from '../../approvals/queries/mustStand.ts'
import { mustBeFilledIn } from '../../custom-fields/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { type Actor, personOf } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivities, moversOf, type RequestRecord } from '../access.ts'
import { turnAll, withClocks } from '../clocks.ts'
import { mustBeDone } from '../journeys/openTasks.ts'
import {
  type Ask,
  afterMove,
  faultsOf,
  isRefusal,
  type Moved,
  type Way,
  waysFrom,
  wayTo,
} from '../moveRules.ts'
import { isAnswerOf } from '../rules.ts'
import { words } from '../words.ts'
import { loadAwaited } from './awaited.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Step = {
  request: RequestRecord
  ask: Ask
  way: Pick<Way, 'to' | 'as'>
  after: Moved
  /** The desk says it to the requester. */
  isAnswer: boolean
  /** The number of the request whose end it waits for. */
  awaitedRef?: string | undefined
  correction?: Correction
}
/** Of a correction: its line in the timeline, and what timeline and log keep of it. */
type Correction = { line: string; details: Record<string, unknown> }

/**
 * Makes a move of a locked request in somebody's name, by the table and its guards, and answers the request
 * as it is then. Every way to another state ends here or in `moveBySystem`. `movers` narrows as whom they
 * move it: a technician withdraws their own request as who asked for it.
 */
export async function move(
  { tx, actor, record, platform }: Inside,
  request: RequestRecord,
  ask: Ask,
  movers = moversOf(actor, request),
): Promise<RequestRecord> {
  const now = clock.now()
  const way = wayTo(ask.to, request, movers, now)
  if (isRefusal(way)) throw refuse(way.sentence, way.code, waysFrom(request, movers, now))
  const { codesOf, type } = await deskFacts(platform, tx)
  const { kind } = type(request.requestTypeId ?? '') ?? {}
  if (way.to === 'RESOLVED' && way.as !== 'requester')
    await Promise.all([mustBeDone(tx, request, kind), mustBeFilledIn(tx, request), mustStand(tx, request)])
  const errors = faultsOf(ask, way, codesOf(request.serviceDeskId), now)
  if (errors[0]) {
    throw new Stop('rule', errors[0].message, {
      errors: errors.map(({ field, message }) => ({ pointer: `/${field}`, message })),
    })
  }
  const isAnswer = isAnswerOf(actor, request)
  const starter = actor.desks.has(request.serviceDeskId) ? personOf(actor) : null
  const awaited =
    way.to === 'WAITING' && ask.waitFor ? await loadAwaited({ tx, actor }, request, ask.waitFor) : null
  const after = afterMove(request, ask, way, { now, starter, isAnswer, awaitedId: awaited?.id ?? null })
  const [moved] = await write({ tx, record, platform }, actor, [
    { request, ask, way, after, isAnswer, awaitedRef: awaited?.referenceNumber },
  ])
  return moved ?? request
}

/** Whether one of these movers could make the move now, by the table and its guards. */
export const canMove = (
  request: RequestRecord,
  to: RequestState,
  movers: ReturnType<typeof moversOf>,
): boolean => !isRefusal(wayTo(to, request, movers, clock.now()))

/**
 * Makes one move of many locked requests in Deskhand's own name: for timers and for slices that carry an
 * approval, a delivery or an appointment. A move that the table or a guard forbids is a bug of the caller. Answers the
 * requests as they are then.
 */
export async function moveBySystem(
  work: { tx: Tx; record: RecordEvent },
  requests: readonly RequestRecord[],
  ask: Ask,
): Promise<RequestRecord[]> {
  const now = clock.now()
  const steps = requests.map((request): Step => {
    const way = wayTo(ask.to, request, ['system'], now)
    if (isRefusal(way)) throw new Error(`${request.referenceNumber}: ${way.sentence}`)
    const after = afterMove(request, ask, way, { now, starter: null, isAnswer: false })
    return { request, ask, way, after, isAnswer: false }
  })
  return steps.length > 0 ? write(work, null, steps) : []
}

/** Writes a locked request to another state beside the table, for two people who stand for it: `correct` alone may. */
export async function writeCorrected(
  { tx, actor, record, platform }: Inside,
  request: RequestRecord,
  after: Moved,
  correction: Correction,
): Promise<void> {
  const { status: to } = after
  const way = { to, as: 'technician' as const }
  await write({ tx, record, platform }, actor, [
    { request, ask: { to }, way, after, isAnswer: false, correction },
  ])
}

const refuse = (sentence: string, code: 'state' | 'forbidden', ways: Way[]) =>
  new Stop(code, sentence, code === 'state' ? { allowed: ways.map(({ to }) => to) } : {})

async function write(
  { tx, record, platform }: { tx: Tx; record: RecordEvent; platform?: Platform },
  actor: Actor | null,
  steps: readonly Step[],
): Promise<RequestRecord[]> {
  const turned = await turnAll(
    { tx, platform },
    steps.map(({ request, after, way, ...step }) => ({
      request: { ...request, ...after },
      happening: {
        cause: 'request.moved',
        asks: way.as === 'requester' && (request.status === 'RESOLVED' || request.status === 'REJECTED'),
        answers: step.isAnswer && speaks.includes(way.to),
      },
    })),
  )
  const rows = steps.map(({ request, after }, at) => ({ id: request.id, ...after, ...turned[at]?.columns }))
  const moved = tx.run(updateMoved, [
    tx.whose.companyId,
    clock.now(),
    actor && personOf(actor),
    JSON.stringify(rows),
  ])
  const lines = steps.map((step) => ({
    request: step.request,
    entry: {
      activityType: 'STATUS_CHANGE' as const,
      message: lineOf(step, actor),
      metadata: { from: step.request.status, to: step.after.status, ...detailsOf(step, actor) },
    },
  }))
  const { ids, written } = addActivities(tx, actor, lines)
  for (const [at, step] of steps.entries()) {
    const { request, after } = step
    const activityId = ids[at]
    const data = { from: request.status, to: after.status, details: detailsOf(step, actor) }
    record(
      'request.moved',
      about({ ...request, ...after }),
      activityId ? { ...data, activityId } : data,
      changesBetween(request, after),
    )
  }
  const timed = writeEntries(
    tx,
    turned.flatMap(({ lines }) => lines),
  )
  await Promise.all([moved, written, timed])
  return steps.map(({ request, after }, at) => {
    const next = { ...request, ...after, version: request.version + 1 }
    const columns = turned[at]?.columns
    return columns ? withClocks(next, columns) : next
  })
}

/** The states that come with words for who asked. */
const speaks: readonly RequestState[] = ['ACTION_REQUIRED', 'RESOLVED', 'REJECTED']

/** The words of the move where it has some, else a sentence. */
function lineOf({ request, ask, way, after, correction }: Step, actor: Actor | null): string {
  if (correction) return correction.line
  const said = after.question ?? after.resolutionText ?? ask.reason
  if (said) return said
  if (request.status === 'ACTION_REQUIRED' && way.as === 'requester') return words.answered(actor?.name ?? '')
  return words.moved(actor?.name ?? 'Deskhand', request.status, way.to)
}

/** What the timeline and the log keep of the move. */
function detailsOf(
  { request, ask, after, awaitedRef, correction }: Step,
  actor: Actor | null,
): Record<string, unknown> {
  const started = after.assignedToId !== request.assignedToId
  const given = {
    reason: ask.reason,
    question: after.question,
    waitReason: after.waitReason,
    waitUntil: after.waitUntil?.toISOString(),
    waitFor: awaitedRef,
    resolutionCode: after.resolutionCode,
    resolutionText: after.resolutionText,
    reviewKind: after.reviewKind,
    ...(started ? { assignedToId: actor?.id, assignedToName: actor?.name } : {}),
    ...correction?.details,
  }
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  )
}

const updateMoved = `
  update app.requests r set status = m.status, review_kind = m."reviewKind", question = m.question, asked_from = m."askedFrom",
    question_reminders = case when m.status = 'ACTION_REQUIRED' then 0 else r.question_reminders end,
    wait_reason = m."waitReason", wait_until = m."waitUntil",
    wait_for_id = m."waitForId", rejection_reason = m."rejectionReason",
    resolution_code = m."resolutionCode", resolution_text = m."resolutionText", reopen_count = m."reopenCount",
    appeal_count = m."appealCount", assigned_to_id = m."assignedToId", first_response_at = m."firstResponseAt",
    resolved_at = m."resolvedAt", closed_at = m."closedAt", sla = m.sla::jsonb, sla_due_at = m."slaDueAt",
    sla_at_risk_at = m."slaAtRiskAt", sla_step_at = m."slaStepAt", sla_version = m."slaVersion", status_changed_at = $2, updated_at = $2,
    updated_by_id = $3, version = r.version + 1
  from jsonb_to_recordset($4::jsonb) as m(id uuid, status text, "reviewKind" text, question text, "askedFrom" text, "waitReason" text,
    "waitUntil" timestamptz, "waitForId" uuid, "rejectionReason" text, "resolutionCode" text, "resolutionText" text,
    "reopenCount" int, "appealCount" int, "assignedToId" uuid, "firstResponseAt" timestamptz,
    "resolvedAt" timestamptz, "closedAt" timestamptz, sla text, "slaDueAt" timestamptz,
    "slaAtRiskAt" timestamptz, "slaStepAt" timestamptz, "slaVersion" int)
  where r.company_id = $1 and r.id = m.id`
