import {
  type Answers,
  type FormDefinition,
  isAsked,
  isEncrypted,
  type Preview,
  previews,
  shownAnswers,
} from '@deskhand/contract'
import { costCenterNamed, costOf } from '../../approval-policies/rules.ts'
import { costCenterOf } from '../../cost-centers/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { readRates } from '../../exchange-rates/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import { personFacts, readsFacts } from '../../forms/queries/personFacts.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { choose, fieldsOf } from '../../requests/commands/create.ts'
import { mayAskFor } from '../../requests/commands/mayAskFor.ts'
import { raised } from '../../requests/rules.ts'
import { approvalOf } from '../queries/approval.ts'
import { incidentsAlike } from '../queries/incidents.ts'
import { ownAlike } from '../queries/own.ts'
import { promisesOf } from '../queries/promises.ts'

/** What would become of what somebody is writing. It asks what creating asks, and writes nothing. */
export const show = handle(previews.show, async ({ tx, actor, body, platform }): Promise<Preview> => {
  const facts = await deskFacts(platform, tx)
  const incidents = await incidentsAlike(tx, actor, body.summary)
  if (!body.requestTypeId && !body.serviceDeskCode) {
    const own = await ownAlike(tx, {
      actorId: actor.id,
      requesterId: actor.id,
      summary: body.summary,
      typeId: null,
      isTitled: false,
    })
    return { ...nothingKnown, isConfidential: body.isConfidential ?? false, own, incidents }
  }
  const { desk, type } = choose(body, facts)
  const requesterId = body.onBehalfOfId ?? actor.id
  if (requesterId !== actor.id) await mayAskFor(tx, actor, desk.id, requesterId)
  const definition = type?.formVersionId ? await definitionOf(tx, type.formVersionId) : null
  const customFields = await plainAnswers(tx, definition, body.customFields ?? {}, requesterId)
  const { priority: usual, isConfidential } = fieldsOf(body, type, desk, facts)
  const priority = facts.isVip(requesterId) ? raised(usual) : usual
  const requestTypeId = type?.id ?? null
  const sample = {
    requesterId,
    createdById: actor.id,
    deskId: desk.id,
    requestTypeId,
    ...costOf(customFields, await readRates(tx)),
    costCenter: await costCenterOf(tx, costCenterNamed(customFields), requesterId),
    customFields,
  }
  // What nobody else may see is no known problem, and is not compared with what one asks elsewhere.
  const isCompared = !type?.isConfidential
  const [approval, when, own] = [
    await approvalOf(tx, { sample, desk, isConfidential, asksAmount: asksAmount(definition) }),
    await promisesOf({ tx, platform }, { serviceDeskId: desk.id, requestTypeId, requesterId, priority }),
    isCompared
      ? await ownAlike(tx, {
          actorId: actor.id,
          requesterId,
          summary: body.summary,
          typeId: requestTypeId,
          isTitled: Boolean(definition?.title),
        })
      : [],
  ]
  const { id, code, name } = desk
  const known = isCompared ? incidents : []
  return { desk: { id, code, name }, priority, isConfidential, approval, ...when, own, incidents: known }
})

const nothingKnown = {
  desk: null,
  priority: 'MEDIUM',
  approval: null,
  promises: { firstResponseDueAt: null, resolutionDueAt: null, pausesForApproval: true },
  expected: null,
} as const

/** The answers that would be kept in the open: what is hidden or encrypted decides nothing, now as later. */
async function plainAnswers(
  tx: Tx,
  definition: FormDefinition | null,
  given: Answers,
  requesterId: string,
): Promise<Answers> {
  if (!definition) return given
  const facts = readsFacts(definition) ? await personFacts(tx, requesterId) : {}
  const sealed = new Set(fieldsIn(definition).flatMap((field) => (isEncrypted(field) ? [field.key] : [])))
  const shown = Object.entries(shownAnswers(definition, { answers: given, facts }))
  return Object.fromEntries(shown.filter(([key]) => !sealed.has(key)))
}

const asksAmount = (definition: FormDefinition | null): boolean =>
  fieldsIn(definition).some(
    (field) =>
      field.type === 'money' ||
      (field.type === 'lines' && field.columns.some(({ type }) => type === 'money')),
  )

const fieldsIn = (definition: FormDefinition | null) =>
  (definition?.sections ?? []).flatMap(({ fields }) => fields).filter(isAsked)
