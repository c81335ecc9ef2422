import type { PolicyStep, Preview } from '@deskhand/contract'
import { policyFor } from '../../approval-policies/access.ts'
import { findApprovers } from '../../approval-policies/queries/findApprovers.ts'
import { standInsOf } from '../../approval-policies/queries/standInsOf.ts'
import { groupsOf, type Sample, skipReason } from '../../approval-policies/rules.ts'
import { words as policyWords } from '../../approval-policies/words.ts'
import type { DeskFact } from '../../desks/access.ts'
import { readRates } from '../../exchange-rates/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { words } from '../words.ts'

type Approval = NonNullable<Preview['approval']>
type Step = Approval['steps'][number]

type Asked = {
  sample: Sample
  desk: DeskFact
  isConfidential: boolean
  /** The form asks for an amount at all. */
  asksAmount: boolean
}

/** Who would be asked, in what order: the same finding, skipping and standing in that a round does, without a round. */
export async function approvalOf(
  tx: Tx,
  { sample, desk, isConfidential, asksAmount }: Asked,
): Promise<Approval> {
  const { policy, isKnown } = await policyFor(tx, sample)
  const isOpen = asksAmount && !sample.amount && !sample.isUnclear
  // Above every limit: what would hold for the largest amount there is.
  const most = isOpen ? (await policyFor(tx, { ...sample, isUnclear: true })).policy : null
  if (!policy) {
    const dependsOnAmount = most !== null
    const none = { steps: [], dependsOnAmount }
    if (!(await needsApproval(tx, sample.requestTypeId)))
      return { outcome: 'NONE', sentence: words.none, ...none }
    return isKnown
      ? { outcome: 'DESK', sentence: words.desk(desk.name), ...none }
      : { outcome: 'NOBODY', sentence: words.nobodySet(desk.name), ...none }
  }
  const { steps: defined, allowsSamePerson } = policy.definition
  const steps = await stepsOf(tx, defined, allowsSamePerson, sample, isConfidential)
  const dependsOnAmount = isOpen && (most?.id !== policy.id || defined.some(({ over }) => over !== null))
  return { ...inWords(steps, defined), steps, dependsOnAmount }
}

function inWords(
  steps: readonly Step[],
  defined: readonly PolicyStep[],
): Pick<Approval, 'outcome' | 'sentence'> {
  const stuck = steps.find(({ outcome }) => outcome === 'NOBODY')
  if (stuck) return { outcome: 'NOBODY', sentence: words.nobody(stuck.name, stuck.reason) }
  const asking = steps.flatMap(({ outcome, ...step }, at) =>
    outcome === 'ASKS' ? [{ ...step, isOne: defined[at]?.rule.kind === 'ANY' }] : [],
  )
  if (asking.length === 0) return { outcome: 'NONE', sentence: words.belowAll }
  const named = asking.map(({ people, ...step }) => ({ ...step, people: people.map(({ name }) => name) }))
  return { outcome: 'POLICY', sentence: words.asks(named) }
}

async function stepsOf(
  tx: Tx,
  defined: readonly PolicyStep[],
  allowsSamePerson: boolean,
  sample: Sample,
  isConfidential: boolean,
): Promise<Step[]> {
  const rates = await readRates(tx)
  const skipped = defined.map((step) => skipReason(step, sample, rates))
  // Where one may agree twice, only those who are asked at the same time must be different people.
  const groups = groupsOf(defined.map((step, at) => ({ at, isParallel: step.isParallel })))
  const anew = new Set(allowsSamePerson ? groups.flatMap(([first]) => (first ? [first.at] : [])) : [])
  const found = await findApprovers(
    tx,
    defined.map(({ approvers }, at) => (skipped[at] ? [] : approvers)),
    sample,
    new Set(),
    anew,
  )
  const standIns = await standInsOf(tx, found, sample, isConfidential)
  const agreed = new Set<string>()
  return defined.map((step, at) => {
    const { approvers = [], reason = null } = found[at] ?? {}
    const { name, isParallel, rule } = step
    const common = { name, isParallel, rule: policyWords.rule(rule) }
    const before = approvers.find(({ id }) => agreed.has(id))
    const rest = approvers.filter(({ id }) => !agreed.has(id))
    const isAgreed = before && (rule.kind === 'ANY' || rest.length === 0)
    const because = skipped[at] ?? (isAgreed ? words.agreed(before.name) : null)
    if (because) return { ...common, outcome: 'SKIPPED', people: [], reason: because }
    const needed = rule.kind === 'QUORUM' ? rule.count : 1
    if (rest.length < needed) {
      const why = rest.length > 0 ? policyWords.tooFewFound(needed, rest.length) : reason
      return { ...common, outcome: 'NOBODY', people: [], reason: why }
    }
    if (allowsSamePerson && (rest.length === 1 || rule.kind === 'ALL'))
      for (const { id } of rest) agreed.add(id)
    return {
      ...common,
      outcome: 'ASKS',
      reason,
      people: rest.map(({ id, name: own }) => {
        const standIn = standIns.get(id)
        return standIn ? { name: standIn.name, standsInFor: own } : { name: own, standsInFor: null }
      }),
    }
  })
}

async function needsApproval(tx: Tx, typeId: string | null): Promise<boolean> {
  const [type] = await tx.query<{ requiresApproval: boolean }>(
    'select requires_approval as "requiresApproval" from app.request_types where company_id = $1 and id = $2',
    [tx.whose.companyId, typeId],
  )
  return type?.requiresApproval ?? false
}
