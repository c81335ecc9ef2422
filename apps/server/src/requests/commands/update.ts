import { type Answers, type BodyOf, requests } from '@deskhand/contract'
import { partFields } from '../../custom-fields/access.ts'
import { fillFields } from '../../custom-fields/commands/fill.ts'
import { deskFacts, type TypeFact } from '../../desks/access.ts'
import { todayIn } from '../../forms/queries/item.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField } from '../../platform/stop.ts'
import { linkThings } from '../../request-assets/commands/keep.ts'
import { about, addActivity, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { type ChangedAnswers, changeAnswers } from '../answers/changeAnswers.ts'
import { mustFitKind } from '../answers/mustFitKind.ts'
import { turnClocks, withClocks } from '../clocks.ts'
import { answerWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { move } from './move.ts'
import { rate } from './prioritise.ts'
import { save } from './save.ts'
import { enlist, seesSealed } from './seal.ts'
import { setTags } from './tag.ts'

type Body = BodyOf<typeof requests.update>
type Fields = Pick<Body, 'summary' | 'description' | 'requestTypeId' | 'customFields'>
type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }

/**
 * Each part of the body by the rule of its own command, so that there is no second way to anything. The state that it
 * has already is no move beside other fields, and one that the table does not have by itself (decision 109).
 */
export const update = handle(requests.update, async (inside) => {
  const { body, tx, actor, params } = inside
  let request = await loadRequest(inside, params.id, { lock: true })
  const before = request.version
  const { status, tags, priority, impact, urgency, customFields, ...said } = body
  const { own, others } = partFields(customFields ?? {})
  // The company's own fields are no answers: who names them alone leaves the answers as they are.
  const hasAnswers = customFields && (Object.keys(others).length > 0 || Object.keys(own).length === 0)
  const fields = { ...said, ...(hasAnswers && { customFields: others }) }
  if (Object.keys(fields).length > 0) request = await changeFields(inside, request, fields)
  if (Object.keys(own).length > 0 && (await fillFields(inside, request, own)))
    request = { ...request, version: request.version + 1 }
  if (tags && (await setTags(inside, request, tags))) request = { ...request, version: request.version + 1 }
  if (priority ?? impact ?? urgency)
    request = (await rate(inside, request, { priority, impact, urgency })) ?? request
  const isMove = status && (status !== request.status || Object.keys(body).length === 1)
  if (isMove) request = await move(inside, request, { to: status })
  return answerWhole(tx, actor, request, { unchanged: request.version === before })
})

/** Changes what is said of a locked request, and answers it as it is then. */
export async function changeFields(
  { tx, actor, record, platform }: Inside,
  request: RequestRecord,
  body: Fields,
): Promise<RequestRecord> {
  mustBeAllowed('update', actor, request)
  const facts = await deskFacts(platform, tx)
  const type = body.requestTypeId ? facts.type(body.requestTypeId) : undefined
  if (body.requestTypeId && (!type?.isActive || type.deskId !== request.serviceDeskId)) {
    throw refuseField('requestTypeId', words.noSuchType)
  }
  const answers = body.customFields
    ? await changeAnswers({ tx, actor, platform }, request, body.customFields, type, facts.zone)
    : null
  if (body.customFields) {
    const { kind } = type ?? facts.type(request.requestTypeId ?? '') ?? {}
    const { id, requesterId } = request
    await mustFitKind(tx, {
      kind,
      answers: body.customFields,
      before: request.customFields as Answers,
      requesterId,
      actorId: actor.id,
      requestId: id,
      today: todayIn(facts.zone),
    })
  }
  const fields = {
    ...saidIn(body),
    ...followingFrom(type, request),
    ...(answers && { customFields: answers.customFields, formVersionId: answers.formVersionId }),
  }
  const { customFields: wholly, ...others } = changesBetween(request, fields)
  const changes = { ...others, ...(answers ? answers.changes : wholly && { customFields: wholly }) }
  const changed = [...new Set(Object.keys(changes).map((name) => name.split('.')[0] ?? name))]
  if (changed.length === 0) return request
  const written: Promise<unknown>[] = []
  if (changes['isConfidential']) {
    const list = await enlist(tx, request)
    if (!seesSealed(actor, request, { includesDesk: true, personIds: list })) {
      throw refuseField('requestTypeId', words.typeSeals)
    }
    record('request.sealed', about({ ...request, isConfidential: true }), { isConfidential: true })
  }
  const { customFields, ...plain } = fields
  const next: RequestRecord = { ...request, ...fields, version: request.version + 1 }
  const clocks = changes['requestTypeId']
    ? await turnClocks({ tx, platform }, next, { cause: 'request.updated', terms: 'KIND' })
    : null
  written.push(
    save(tx, actor, request, {
      ...plain,
      ...clocks?.columns,
      ...(customFields ? { customFields: JSON.stringify(customFields) } : {}),
      ...(answers ? { secretMarks: JSON.stringify(answers.secretMarks) } : {}),
    }),
    answers?.write() ?? Promise.resolve(),
    clocks?.written ?? Promise.resolve(),
  )
  const told = changed.flatMap((name) => (isTold(name) ? toldAs(name, answers) : []))
  if (told.length > 0) {
    const message = words.changed(actor.name, told)
    const metadata = { event: 'updated', fields: changed }
    written.push(addActivity(tx, request, actor, { activityType: 'SYSTEM', message, metadata }))
  }
  const after = clocks ? withClocks(next, clocks.columns) : next
  record('request.updated', about(after), { fields: changed }, changes)
  await Promise.all(written)
  if (answers) await linkThings({ tx, actor, record }, request, answers.things)
  return after
}

const saidIn = ({ summary, description, requestTypeId, customFields }: Fields) => ({
  ...(summary === undefined ? {} : { summary }),
  ...(description === undefined ? {} : { description }),
  ...(requestTypeId === undefined ? {} : { requestTypeId }),
  ...(customFields === undefined ? {} : { customFields }),
})

/** What changed, in words: of a form a few answers by their labels, many as a whole. */
function toldAs(name: keyof typeof words.fields, answers: ChangedAnswers | null): string[] {
  const labels = name === 'customFields' ? (answers?.labels ?? []) : []
  return labels.length > 0 && labels.length <= 3 ? labels.map((label) => `“${label}”`) : [words.fields[name]]
}

const isTold = (name: string): name is keyof typeof words.fields => name in words.fields

/** What another kind of request brings with it, besides its promise: its secrecy. */
const followingFrom = (type: TypeFact | undefined, request: RequestRecord) =>
  type?.isConfidential && !request.isConfidential && type.id !== request.requestTypeId
    ? { isConfidential: true }
    : {}
