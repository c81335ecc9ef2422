import { type BodyOf, type Request, requests } from '@deskhand/contract'
import { partFields } from '../../custom-fields/access.ts'
import { takeFields } from '../../custom-fields/commands/fill.ts'
import { type DeskFact, type DeskFacts, deskFacts, periodsOf, type TypeFact } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import { todayIn } from '../../forms/queries/item.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField } from '../../platform/stop.ts'
import { linkThings } from '../../request-assets/commands/keep.ts'
import { settleTags } from '../../tags/access.ts'
import { about } from '../access.ts'
import { claimFiles } from '../answers/claimFiles.ts'
import { mustFitKind } from '../answers/mustFitKind.ts'
import { thingsIn } from '../answers/references.ts'
import { marksOf, writeSecrets } from '../answers/secrets.ts'
import { takeAnswers } from '../answers/takeAnswers.ts'
import { turnAll } from '../clocks.ts'
import { mayStart, openTasks } from '../journeys/openTasks.ts'
import { begun, raised, ratedBy, roleWord } from '../rules.ts'
import { words } from '../words.ts'
import { insertRequest } from './insertRequest.ts'
import { mayAskFor } from './mayAskFor.ts'
import { noteRaise } from './noteRaise.ts'
import { type Form, wholeOf } from './wholeOf.ts'

type Body = BodyOf<typeof requests.create>
type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }

/** How every request begins. */
const untouched = {
  status: 'SUBMITTED',
  reviewKind: null,
  waitReason: null,
  firstResponseAt: null,
  sla: null,
} as const

export const create = handle(requests.create, async (inside) => {
  const whole = await openRequest(inside, inside.body)
  return answer(whole, { version: 1, location: `/requests/${whole.id}` })
})

/**
 * Opens a request in somebody's name inside the caller's transaction, whichever way it came.
 * Two flushes: the row with its number, its first line and its list of people; then its event and the
 * commit. The desk's counter stays locked between them, so nothing else happens there: the answer is made
 * of what is known already. A form is looked up and its answers are checked before.
 */
export async function openRequest(inside: Inside, given: Body): Promise<Request> {
  const { tx, actor, record, platform } = inside
  const { own, others } = partFields(given.customFields ?? {})
  const body = { ...given, ...(given.customFields && { customFields: others }) }
  const facts = await deskFacts(platform, tx)
  const { desk, type } = choose(body, facts)
  const isOnBehalf = body.onBehalfOfId !== undefined && body.onBehalfOfId !== actor.id
  if (isOnBehalf) await mayAskFor(tx, actor, desk.id, body.onBehalfOfId ?? '')
  const requesterId = isOnBehalf ? (body.onBehalfOfId ?? actor.id) : actor.id
  await mayStart(tx, actor, type)
  const form = await askedWith(tx, actor, type, facts.zone, requesterId, body)
  const answers = form ? { ...form.taken.plain, ...form.taken.sealed } : (body.customFields ?? {})
  await mustFitKind(tx, {
    kind: type?.kind,
    answers,
    requesterId,
    actorId: actor.id,
    today: todayIn(facts.zone),
  })
  const fields = fieldsOf(body, type, desk, facts)
  const tags = await settleTags(tx, actor, body.tags ?? [], fields.isConfidential ? { has: [] } : null)
  const now = clock.now()
  const isVip = facts.isVip(requesterId)
  const row = {
    id: newId(),
    ...fields,
    priority: isVip ? raised(fields.priority) : fields.priority,
    summary: titleFor(body, form?.taken.title ?? null),
    customFields: form?.taken.plain ?? body.customFields ?? {},
    formVersionId: form?.versionId ?? null,
    tags,
    serviceDeskId: desk.id,
    requestTypeId: type?.id ?? null,
    requesterId,
    createdById: actor.id,
    createdAt: now,
  }
  const [clocks] = await turnAll({ tx, platform }, [
    { request: { ...row, ...untouched }, happening: { cause: 'request.created', at: now } },
  ])
  if (!clocks) throw new Error('A request without clocks.')
  const secretMarks = marksOf(platform, tx, row.id, form?.taken.sealed ?? {})
  const belonging = { ...row, deskCode: desk.code }
  const kept =
    Object.keys(own).length > 0 ? await takeFields(inside, begun({ ...row, ...periodsOf(desk) }), own) : null
  const [inserted] = await Promise.all([
    insertRequest(tx, { ...row, clocks, secretMarks }, desk.prefix, roleWord(actor, belonging)),
    form ? keepAnswers(inside, row.id, form) : null,
    isVip ? noteRaise(tx, row, fields.priority) : null,
  ])
  await kept?.write()
  const filled = kept?.changed.flatMap(([{ key }, value]) => (value === null ? [] : [[key, value]])) ?? []
  const shown = { ...row, customFields: { ...row.customFields, ...Object.fromEntries(filled) } }
  const whole = wholeOf(actor, { ...shown, clocks }, desk, type, inserted, form, isVip)
  record(
    'request.created',
    about({ ...row, referenceNumber: inserted.referenceNumber, assignedToId: null }),
    { summary: row.summary, onBehalf: isOnBehalf },
  )
  if (form)
    await linkThings(
      inside,
      { ...row, companyId: actor.companyId, referenceNumber: inserted.referenceNumber, assignedToId: null },
      thingsIn(form.taken.references),
    )
  await openTasks(inside, whole, type?.kind ?? null, openRequest)
  return whole
}

/** The published form of this kind with the answers to it, checked; null where it has none. */
async function askedWith(
  tx: Tx,
  actor: Actor,
  type: TypeFact | undefined,
  zone: string,
  requesterId: string,
  body: Body,
): Promise<Form | null> {
  if (!type?.formVersionId) return null
  const versionId = type.formVersionId
  const definition = await definitionOf(tx, versionId)
  const given = body.customFields ?? {}
  const taken = await takeAnswers(tx, { definition, given, requesterId, actorId: actor.id, zone })
  if (definition.description === 'required' && body.description === undefined)
    throw refuseField('description', words.noDescription)
  return { versionId, definition, taken }
}

/** What lies beside the row: encrypted answers, and the files that waited for it. */
const keepAnswers = ({ tx, actor, platform }: Inside, requestId: string, { definition, taken }: Form) =>
  Promise.all([
    writeSecrets(platform, tx, requestId, taken.sealed),
    claimFiles(tx, actor, requestId, definition, taken.plain),
  ])

function titleFor({ summary }: Body, made: string | null): string {
  const title = summary ?? made
  if (title === null) throw refuseField('summary', words.noSummary)
  return title
}

/** The codes of the desks that one can ask. */
export const codesOf = (desks: readonly DeskFact[]): string[] =>
  desks.flatMap(({ code, isActive }) => (isActive ? [code] : []))

/** Which desk and kind a body means, or a refusal that says what it does not. */
export function choose(
  { serviceDeskId, serviceDeskCode, requestTypeId }: Body,
  { desk: findDesk, type: findType, desks }: Pick<DeskFacts, 'desk' | 'type' | 'desks'>,
): { desk: DeskFact; type: TypeFact | undefined } {
  const type = requestTypeId === undefined ? undefined : findType(requestTypeId)
  const desk = findDesk(serviceDeskId ?? serviceDeskCode ?? type?.deskId ?? '')
  const isOther = serviceDeskId && serviceDeskCode && desk !== findDesk(serviceDeskCode)
  if (requestTypeId !== undefined && (!type?.isActive || (desk && type.deskId !== desk.id))) {
    throw refuseField('requestTypeId', words.noSuchType)
  }
  if (!desk?.isActive || isOther) {
    if (serviceDeskId) throw refuseField('serviceDeskId', words.noSuchDesk)
    throw refuseField('serviceDeskCode', words.noSuchDeskCode(codesOf(desks)))
  }
  return { desk, type }
}

/** What follows of the kind and the desk for whatever the body leaves open. */
export function fieldsOf(body: Body, type: TypeFact | undefined, desk: DeskFact, { priorityOf }: DeskFacts) {
  const rated = ratedBy(body)
  return {
    description: body.description ?? null,
    impact: rated?.impact ?? null,
    urgency: rated?.urgency ?? null,
    priority:
      body.priority ??
      (rated ? priorityOf(rated.impact, rated.urgency) : (type?.defaultPriority ?? 'MEDIUM')),
    // What is confidential by its desk or its kind stays so, whatever the sender says.
    isConfidential: desk.isConfidential || type?.isConfidential || (body.isConfidential ?? false),
  }
}
