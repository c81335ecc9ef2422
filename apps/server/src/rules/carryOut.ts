import type { Answers, BulkAction, RuleActions, RuleOutcome } from '@deskhand/contract'
import type { z } from 'zod'
import { askByRule } from '../approvals/commands/askByRule.ts'
import { pickAssignee } from '../assignees/commands/pick.ts'
import { applyAction } from '../bulk-edits/commands/apply.ts'
import { partFields } from '../custom-fields/access.ts'
import { fillFields } from '../custom-fields/commands/fill.ts'
import { setKitAside } from '../kits/commands/setKitAside.ts'
import { valuesFor } from '../macros/queries/values.ts'
import { mustFill } from '../macros/rules.ts'
import { beginOperation } from '../operations/commands/begin.ts'
import { runItems } from '../operations/commands/runItems.ts'
import { follow } from '../participants/commands/add.ts'
import { clock } from '../platform/clock/clock.ts'
import { newId } from '../platform/ids.ts'
import type { Batch, BatchWork } from '../platform/jobs/batch.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { about, addActivity, loadRequest, type RequestRecord } from '../requests/access.ts'
import { asDeskhand } from '../requests/commands/asDeskhand.ts'
import { say } from '../requests/commands/comment.ts'
import { changeFields } from '../requests/commands/update.ts'
import { callByRule } from '../webhooks/commands/queue.ts'
import { idsIn, namesOf } from './queries/names.ts'
import { isFirstFailure, isTaken, keepRun } from './queries/runs.ts'
import { type RuleRecord, whyStopped } from './rules.ts'
import { words } from './words.ts'

export type RuleWork = Pick<Work, 'tx' | 'db' | 'record'> & { platform: Platform }
/** Why a rule looks at a request: an event, or a moment; and which rules led there. */
export type Cause = {
  eventId: number | null
  moment: Date | null
  chain: readonly { id: string; name: string }[]
}
export type Outcome = z.output<typeof RuleOutcome>

/** A day in milliseconds. */
const day = 86_400_000

/** What came of it beside its events. */
type Told = { request: RequestRecord | null; assigned: string | null }
type Payload = { rule: RuleRecord; told: Told; eventId: number | null }

/**
 * One rule on one request, all of it or nothing, by the same commands that people use: what the table or a guard
 * forbids is refused to a rule in the same words.
 */
const batch: Batch = {
  kind: 'rules.run',
  async run(work, requestId, payload) {
    // What `carryOut` put there.
    const { rule, told, eventId } = payload as Payload
    const { tx, actor, record } = work
    const { assign, note, reply, watcherIds = [], notify } = rule.actions
    const { approvalPolicyId, move, kitId, webhookId } = rule.actions
    const again = () => loadRequest(work, requestId, { lock: true })
    const first = await again()
    told.request = first
    const { answers } = rule.actions
    let request = await applyAction(work, first, fieldsOf(rule))
    if (answers) request = await fillIn(work, request, answers)
    if (assign && request.assignedToId === null) {
      const person = await pickAssignee(tx, request, assign)
      request = await applyAction(work, request, { assignedToId: person.id })
      told.assigned = words.assignedBy(person.name, person.by)
    }
    const values = note || reply || move ? await valuesFor(tx, actor, request) : null
    const fill = (text: string) => (values ? mustFill(text, values) : text)
    if (note) await say(work, request, { message: fill(note), isInternal: true })
    if (reply) await say(work, request, { message: fill(reply), isInternal: false })
    for (const personId of watcherIds) await letFollow(work, request, personId)
    if (notify) {
      const { whom, personIds, message } = notify
      record('rule.notified', about(request), { ruleId: rule.id, name: rule.name, whom, personIds, message })
    }
    if (approvalPolicyId) await askByRule(work, await again(), approvalPolicyId)
    else if (move) await moveOn(work, reply || note ? await again() : request, move, fill)
    if (kitId) await setKitAside(work, await again(), kitId)
    // Last, so that it sends what became of the request.
    if (webhookId) await callByRule(work, request, { webhookId, rule, eventId })
  },
}

/** A state that it is in already is no move. */
async function moveOn(
  work: BatchWork,
  request: RequestRecord,
  { waitDays, ...given }: NonNullable<RuleActions['move']>,
  fill: (text: string) => string,
): Promise<void> {
  if (request.status === given.to) return
  const waitUntil = waitDays ? new Date(clock.now().getTime() + waitDays * day).toISOString() : undefined
  const transition = { ...given, ...filled(given, fill), ...(waitUntil ? { waitUntil } : {}) }
  await applyAction(work, request, { transition })
}

/** Answers of the form beside those that are there, and fields of the company's own. */
async function fillIn(work: BatchWork, request: RequestRecord, answers: Answers): Promise<RequestRecord> {
  const { own, others } = partFields(answers)
  const customFields = { ...(request.customFields as Answers), ...others }
  const answered =
    Object.keys(others).length > 0 ? await changeFields(work, request, { customFields }) : request
  const isFilled = Object.keys(own).length > 0 && (await fillFields(work, answered, own))
  return isFilled ? { ...answered, version: answered.version + 1 } : answered
}

const spoken = ['reason', 'question', 'resolutionText'] as const

/** The words of a move with their variables filled in. */
const filled = (
  move: Partial<Record<(typeof spoken)[number], string | undefined>>,
  fill: (text: string) => string,
) =>
  Object.fromEntries(
    spoken.flatMap((field) => (move[field] === undefined ? [] : [[field, fill(move[field])]])),
  )

function fieldsOf({ actions }: RuleRecord): BulkAction {
  const { requestTypeId, priority, impact, urgency, tags, assignedTeamId, assignedToId } = actions
  return {
    ...(requestTypeId === undefined ? {} : { requestTypeId }),
    ...(priority ? { priority } : {}),
    ...(impact ? { impact } : {}),
    ...(urgency ? { urgency } : {}),
    ...(tags ? { tags } : {}),
    ...(assignedTeamId === undefined ? {} : { assignedTeamId }),
    ...(assignedToId === undefined ? {} : { assignedToId }),
  }
}

/** Who sees it already, or follows it, need not be let in. */
async function letFollow(work: Parameters<typeof follow>[0], request: RequestRecord, personId: string) {
  try {
    await follow(work, request, { personId })
  } catch (error) {
    if (!(error instanceof Stop) || error.code !== 'conflict') throw error
  }
}

/**
 * Carries out a rule that matches and writes down what came of it. Nothing of it is thrown: a refusal leaves the request
 * as it is, and who leads the desk or the company is told.
 */
export async function carryOut(
  { tx, db, record, platform }: RuleWork,
  rule: RuleRecord,
  subject: { id: string; referenceNumber: string; deskId: string },
  cause: Cause,
): Promise<Outcome> {
  const companyId = tx.whose.companyId ?? ''
  const actor = asDeskhand(companyId, subject.deskId)
  const request = await loadRequest({ tx, db, actor }, subject.id, { lock: true })
  if (await isTaken(tx, rule.id, subject.id, cause)) return 'UNCHANGED'
  const applied = { ruleId: rule.id, name: rule.name }
  const keep = (outcome: Outcome, detail: string, more: { changes?: object; operationId?: string } = {}) =>
    keepRun(tx, {
      id: newId(),
      rule,
      requestId: subject.id,
      cause,
      outcome,
      detail,
      at: clock.now(),
      ...more,
    })
  const stop = whyStopped(
    rule,
    cause.chain.map(({ id }) => id),
  )
  if (stop) {
    const reason = words[stop]([...cause.chain.map(({ name }) => name), rule.name])
    const isFirst = await isFirstFailure(tx, rule.id)
    await keep('STOPPED', reason)
    record('rule.stopped', about(request), { ...applied, reason, isFirst })
    return 'STOPPED'
  }
  const operationId = newId()
  const told: Told = { request: null, assigned: null }
  const item = {
    subjectType: 'request',
    subjectId: subject.id,
    subjectRef: subject.referenceNumber,
    deskId: subject.deskId,
  }
  const work = { tx, db, platform, actor, record }
  const payload: Payload = { rule, told, eventId: cause.eventId }
  const [result] = await runItems(work, { id: operationId, batch, payload }, [item])
  if (!result || result.outcome === 'unchanged') {
    await keep('UNCHANGED', words.nothing)
    return 'UNCHANGED'
  }
  if (result.outcome === 'refused') {
    const reason = result.detail ?? ''
    const isFirst = await isFirstFailure(tx, rule.id)
    await keep('REFUSED', reason)
    record('rule.refused', about(request), { ...applied, reason, isFirst })
    return 'REFUSED'
  }
  const { assign, ...actions } = rule.actions
  const names = await namesOf(tx, idsIn([rule]))
  const did = [...words.does(actions, names), ...(told.assigned ? [told.assigned] : [])]
  await beginOperation(
    { tx, actor: null, record },
    { id: operationId, kind: 'rules.run', summary: words.ran(rule.name), changed: 1 },
  )
  await keep('APPLIED', words.did(did), { changes: result.changes, operationId })
  record('rule.applied', about(request), { ...applied, operationId })
  await addActivity(tx, request, null, {
    activityType: 'SYSTEM',
    message: words.line(rule.name, did),
    isInternal: true,
    metadata: { event: 'rule', ruleId: rule.id, ruleName: rule.name, operationId },
  })
  return 'APPLIED'
}
