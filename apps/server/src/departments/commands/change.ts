import { type Answers, type AnswerValue, decideForm, type FormInput, isBlank } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import { personFacts } from '../../forms/queries/personFacts.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest, moversOf, noSuchRequest, type RequestRecord } from '../../requests/access.ts'
import { canMove, move } from '../../requests/commands/move.ts'
import { changeFields } from '../../requests/commands/update.ts'
import { factsOf, inThisBody, mustBeKnown, type Served, toAnswers } from '../access.ts'
import { readOne } from '../queries/get.ts'
import { words } from '../words.ts'
import { nothingElse, type Telling } from './ask.ts'
import { mustBeApproved } from './mustBeApproved.ts'
import { note } from './note.ts'

/** Changes answers by the rule of every change of a request, and what the desk notes by its own. */
export const change = (service: Served, tell: Telling = nothingElse) =>
  handle(service.routes.update, async (inside) => {
    const { tx, platform, params, body } = inside
    const before = await loadRequest(inside, params.id, { lock: true })
    const type = (await deskFacts(platform, tx)).type(before.requestTypeId ?? '')
    if (type?.kind !== service.kind) throw noSuchRequest()
    const { summary, description, ...rest } = body
    const names = factsOf(service.kind)
    const [facts, given] = split(rest as Answers, names)
    if (service.kind === 'REQUISITION') await mustNotOrder(inside, before, facts)
    mustBeKnown(service.kind, given, before.formVersionId !== null)
    let request = before
    const customFields =
      Object.keys(given).length > 0 ? await merged(tx, request, toAnswers(given)) : undefined
    if (summary ?? description ?? customFields)
      request = await inThisBody(() => changeFields(inside, request, { summary, description, customFields }))
    await mustBeApproved(inside, request, service.kind, facts)
    if (Object.keys(facts).length > 0) request = await note(inside, request, service.kind, facts)
    await followDelivery(inside, request, facts)
    const view = await readOne(inside, service, request.id)
    const whole = { ...view, ...(await tell(inside, view)) }
    return answer(whole, { version: view.version, unchanged: request.version === before.version })
  })

/**
 * The request goes with what is bought for it: on hold while it is on its way, and back to work when it is here or not
 * ordered after all. Where the table has no such move, only the note is kept.
 */
async function followDelivery(
  inside: Parameters<typeof move>[0],
  request: RequestRecord,
  { procurementStatus }: Answers,
): Promise<void> {
  if (procurementStatus === undefined) return
  const isOnItsWay = procurementStatus === 'ORDERED' || procurementStatus === 'SHIPPED'
  const waitsForIt = request.status === 'WAITING' && request.waitReason === 'DELIVERY'
  const to = isOnItsWay ? 'WAITING' : 'IN_PROGRESS'
  const isAsked = isOnItsWay ? request.status === 'APPROVED' || request.status === 'IN_PROGRESS' : waitsForIt
  if (isAsked && canMove(request, to, moversOf(inside.actor, request)))
    await move(inside, request, isOnItsWay ? { to, waitReason: 'DELIVERY' } : { to })
}

/** Ordering and taking an order back are moves with rules of their own; what is noted is how it goes on between. */
async function mustNotOrder(
  { tx }: { tx: Tx },
  { companyId, id }: RequestRecord,
  { procurementStatus }: Answers,
): Promise<void> {
  if (procurementStatus === undefined) return
  const [row] = await tx.query<{ status: string | null }>(
    `select facts ->> 'procurementStatus' as status from app.fulfilments where company_id = $1 and request_id = $2`,
    [companyId, id],
  )
  const isOrdered = (status: unknown) => (status ?? 'PENDING') !== 'PENDING'
  if (isOrdered(row?.status) !== isOrdered(procurementStatus)) throw new Stop('state', words.byMoving)
}

function split(given: Answers, names: readonly string[]): [Answers, Answers] {
  const entries = Object.entries(given)
  const isFact = ([name]: [string, AnswerValue]) => names.includes(name)
  return [
    Object.fromEntries(entries.filter(isFact)),
    Object.fromEntries(entries.filter((entry) => !isFact(entry))),
  ]
}

/** The answers as they would be; what nobody named and the new ones hide falls away. */
export async function merged(tx: Tx, request: RequestRecord, given: Answers): Promise<Answers> {
  const answers: Answers = { ...(request.customFields as Answers), ...given }
  if (!request.formVersionId)
    return Object.fromEntries(Object.entries(answers).filter(([, one]) => !isBlank(one)))
  const [definition, facts] = await Promise.all([
    definitionOf(tx, request.formVersionId),
    personFacts(tx, request.requesterId),
  ])
  const input: FormInput = { answers, facts }
  const { visible } = decideForm(definition, input)
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key in given || visible.has(key)))
}
