import { isEncrypted, PlanTemplate, type Request } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/kysely.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { addChecklist } from '../../tasks/commands/add.ts'
import type { Template } from '../access.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; db: Db; actor: Actor; record: RecordEvent; platform: Platform }
/** `field`: which answer is to blame, where it is one. */
type Made = { request: Request; refusal: null } | { request: null; refusal: string; field: string | null }

/**
 * Makes the request of a plan in its owner's name, or says why it cannot be made: then nothing of it is left, neither
 * rows nor events, and the caller's transaction goes on.
 */
export async function makeRequest(inside: Inside, serviceDeskId: string, template: Template): Promise<Made> {
  const { tx, actor, record } = inside
  const events: Parameters<RecordEvent>[] = []
  // One function for events of every name; what is kept is passed on as it came.
  const keep = ((...event: Parameters<RecordEvent>) => events.push(event)) as RecordEvent
  const whole = PlanTemplate.parse(template)
  const { requestTypeId, summary, description, priority, tags, assignedToId, assignedTeamId } = whole
  const { checklistTemplateId, answers } = whole
  await tx.run('savepoint of_plan')
  try {
    await mustBeRepeatable(inside, whole)
    const request = await openRequest(
      { ...inside, record: keep },
      {
        serviceDeskId,
        summary,
        tags,
        ...(requestTypeId && { requestTypeId }),
        ...(description && { description }),
        ...(priority && { priority }),
        ...(Object.keys(answers).length > 0 && { customFields: answers }),
      },
    )
    if (assignedToId || assignedTeamId || checklistTemplateId) {
      const opened = await loadRequest({ tx, db: inside.db, actor }, request.id, { lock: true })
      const work = { tx, actor, record: keep }
      await give(work, opened, {
        ...(assignedToId && { assignedToId }),
        ...(assignedTeamId && { assignedTeamId }),
      })
      if (checklistTemplateId) await addChecklist(work, opened, checklistTemplateId)
    }
    for (const event of events) record(...event)
    return { request, refusal: null }
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown
    await tx.run('rollback to savepoint of_plan')
    const { errors } = thrown.extra
    const [, field = null] = errors?.[0]?.pointer.match(/^\/customFields\/(.+)$/) ?? []
    return { request: null, refusal: errors?.[0]?.message ?? thrown.message, field }
  }
}

/** A file belongs to one request, and an encrypted answer to nobody's template. */
async function mustBeRepeatable(
  { tx, platform }: Inside,
  { requestTypeId, answers }: Template,
): Promise<void> {
  const type = (await deskFacts(platform, tx)).type(requestTypeId ?? '')
  if (!type?.formVersionId || Object.keys(answers).length === 0) return
  const definition = await definitionOf(tx, type.formVersionId)
  const fields = definition.sections.flatMap((section) => section.fields)
  const odd = fields.find((field) => field.key in answers && (isEncrypted(field) || field.type === 'file'))
  if (odd) throw new Stop('rule', words.notRepeated(odd.label))
}

/** Tries a template out and leaves nothing behind; stops where nothing could come of it, naming the answer where it is one. */
export async function tryOut(inside: Inside, serviceDeskId: string, template: Template): Promise<void> {
  const { tx } = inside
  await tx.run('savepoint of_try')
  const made = await makeRequest({ ...inside, record: () => undefined }, serviceDeskId, template)
  await tx.run('rollback to savepoint of_try')
  if (made.refusal === null) return
  const field = made.field === null ? 'template' : `template/answers/${made.field}`
  throw refuseField(field, words.template(made.refusal))
}
