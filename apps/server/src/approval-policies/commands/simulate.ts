import { approvalPolicies } from '@deskhand/contract'
import { words as saysOf } from '../../approvals/words.ts'
import { costCenterOf } from '../../cost-centers/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { readRates } from '../../exchange-rates/access.ts'
import { isMore } from '../../exchange-rates/rules.ts'
import { activeAmong } from '../../people/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { loadPolicy } from '../access.ts'
import { refuseFaulty } from '../check.ts'
import { findApprovers } from '../queries/findApprovers.ts'
import { standInsOf } from '../queries/standInsOf.ts'
import { costCenterNamed, costOf, misfit, needsSignature, type Sample, skipReason } from '../rules.ts'
import { words } from '../words.ts'

/** The same finding, skipping and standing in that a round does, without a round. */
export const simulate = handle(approvalPolicies.simulate, async ({ tx, actor, params, body, platform }) => {
  const policy = await loadPolicy(tx, params.id)
  const definition = body.definition ?? policy.definition
  const facts = await deskFacts(platform, tx)
  if (body.definition) await refuseFaulty(tx, definition, facts)
  const { requesterId, customFields = {} } = body
  if ((await activeAmong(tx, actor.companyId, [requesterId])).size === 0) {
    throw refuseField('requesterId', words.noSuchPerson)
  }
  const { conditions, steps } = definition
  const requestTypeId = body.requestTypeId ?? conditions.requestTypeIds[0] ?? null
  const deskId = body.serviceDeskId ?? facts.type(requestTypeId ?? '')?.deskId ?? conditions.deskIds[0]
  const named = body.costCenter ?? costCenterNamed(customFields)
  const rates = await readRates(tx)
  const sample: Sample = {
    requesterId,
    createdById: null,
    deskId: deskId ?? facts.desks[0]?.id ?? '',
    requestTypeId,
    ...(body.amount ? { amount: body.amount, isUnclear: false } : costOf(customFields, rates)),
    costCenter: await costCenterOf(tx, named, requesterId),
    customFields,
  }
  const skips = steps.map((step) => skipReason(step, sample, rates))
  const found = await findApprovers(
    tx,
    steps.map(({ approvers }, at) => (skips[at] ? [] : approvers)),
    sample,
  )
  const isConfidential = facts.type(requestTypeId ?? '')?.isConfidential ?? false
  const standIns = await standInsOf(tx, found, sample, isConfidential)
  const why = misfit(conditions, sample, rates)
  const { amount, isUnclear } = sample
  const isUnknown = amount && isMore(amount, { amount: '0', currency: rates.own }, rates) === null
  return {
    applies: why === null,
    because: [
      ...(why ? [why] : []),
      ...(isUnknown ? [words.unknownRate(amount.currency)] : []),
      ...(isUnclear ? [words.unclear] : []),
    ],
    needsSignature: needsSignature(definition, sample, rates),
    steps: steps.map((step, at) => {
      const skipped = skips[at] ?? null
      const { approvers = [], reason = null } = found[at] ?? {}
      const away = approvers.flatMap(({ id, name }) => {
        const standIn = standIns.get(id)
        return standIn ? [saysOf.standsIn(name, standIn.name)] : []
      })
      const said = [...(reason ? [reason] : []), ...away]
      return {
        name: step.name,
        outcome: skipped
          ? ('SKIPPED' as const)
          : approvers.length > 0
            ? ('ASKS' as const)
            : ('NOBODY' as const),
        reason: skipped ?? (said.length > 0 ? said.join(' ') : null),
        rule: words.rule(step.rule),
        approvers: skipped ? [] : approvers.map((person) => standIns.get(person.id) ?? person),
      }
    }),
  }
})
