import type { PassedOn, StepStatus, VoteState } from '@deskhand/contract'
import { amountOf, justificationOf } from '../approval-policies/rules.ts'
import { boundOf, changesOf, fingerprintOf } from '../approvals/fingerprint.ts'
import type { Round, Vote } from '../approvals/round.ts'
import { writeRound, writeSight } from '../approvals/storeRound.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type DemoPolicy, demoPolicies } from './approvalPolicies.ts'
import { askedOf } from './approvalRequests.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { World } from './shapes.ts'

const hour = 3_600_000

export type DemoVote = {
  who: string
  state: VoteState
  /** Hours after the round began. */
  after?: number
  comment?: string
  for?: string
  passedOn?: PassedOn
}
export type DemoRound = {
  fields: Record<string, unknown>
  status: Round['status']
  steps: { status: StepStatus; votes: DemoVote[] }[]
}
/** What the tale of one approval is told of. */
export type DemoRequest = {
  id: string
  requesterId: string
  requestTypeId: string
  formVersionId: string | null
  summary: string
  description: string
  startedAt: Date
  policy: DemoPolicy['key']
  rounds: DemoRound[]
}

/** Policies, cost centres, rates, who is away, and approvals in every state; only where the catalogue is the big one. */
export async function loadApprovals(tx: Tx, world: World, companyId: string, now: Date): Promise<void> {
  const people = world.people.filter((person) => person.companyId === companyId)
  const byName = new Map(people.map((person) => [`${person.firstName} ${person.lastName}`, person]))
  if (!byName.has('Marta Gil')) return
  const personId = (name: string): string => {
    const person = byName.get(name)
    if (!person) throw new Error(`Nobody in the demo world is called ${name}.`)
    return person.id
  }
  const midnight = Math.floor(now.getTime() / (24 * hour)) * 24 * hour
  const random = makeRandom(`approvals ${companyId}`)
  const newId = () => idAt(random, midnight)
  const at = new Date(midnight - 30 * 24 * hour)

  await insertRows(tx, 'app.cost_centers', costCentersOf(world, companyId, personId, newId, at))
  await insertRows(
    tx,
    'app.exchange_rates',
    (
      [
        ['EUR', '1', true],
        ['USD', '0.92', false],
        ['GBP', '1.17', false],
        ['CHF', '1.05', false],
      ] as const
    ).map(([currency, rate, isOwn]) => ({ companyId, currency, rate, isOwn, updatedAt: at })),
  )
  const day = (days: number) => new Date(midnight + days * 24 * hour).toISOString().slice(0, 10)
  await insertRows(tx, 'app.absences', [
    {
      companyId,
      id: newId(),
      personId: personId('Jorge Vidal'),
      fromDate: day(-2),
      untilDate: day(6),
      standInId: personId('Marta Gil'),
      note: 'On holiday',
      createdAt: at,
    },
  ])
  const policies = demoPolicies(companyId, world, personId).map((policy) => ({ ...policy, id: newId() }))
  await insertRows(
    tx,
    'app.approval_policies',
    policies.map(({ id, name }, place) => ({
      companyId,
      id,
      name,
      place: place + 1,
      isActive: true,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })),
  )
  await insertRows(
    tx,
    'app.approval_policy_versions',
    policies.map(({ id: policyId, definition }) => ({
      companyId,
      policyId,
      version: 1,
      definition,
      createdAt: at,
    })),
  )
  for (const request of await askedOf(tx, world, companyId, { byName, newId, midnight, now })) {
    const policy = policies.find(({ key }) => key === request.policy)
    if (policy) await writeRounds(tx, request, policy, personId, newId)
  }
}

function costCentersOf(
  world: World,
  companyId: string,
  personId: (name: string) => string,
  newId: () => string,
  createdAt: Date,
) {
  const departments = [
    ...new Set(world.people.filter((one) => one.companyId === companyId).map(({ department }) => department)),
  ].sort()
  const heads = new Map(
    world.people
      .filter((one) => one.companyId === companyId && /^(Head|.*director|.*lead)/i.test(one.jobTitle))
      .map((one) => [one.department, one.id]),
  )
  return departments.map((department, index) => ({
    companyId,
    id: newId(),
    code: `CC-${100 + index * 10}`,
    name: department,
    // Finance answers to its accounting, so that the director does not approve twice.
    ownerId:
      department === 'Finance'
        ? personId('Teresa Quintana')
        : (heads.get(department) ?? personId('Isabel Ferrer')),
    department,
    isActive: true,
    createdAt,
    updatedAt: createdAt,
    version: 1,
  }))
}

async function writeRounds(
  tx: Tx,
  request: DemoRequest,
  policy: DemoPolicy & { id: string },
  personId: (name: string) => string,
  newId: () => string,
): Promise<void> {
  let before: Round | null = null
  for (const [index, told] of request.rounds.entries()) {
    const startedAt = new Date(request.startedAt.getTime() + index * 5 * hour)
    const round: Round = roundOf(request, told, policy, { index, startedAt, before, personId, newId })
    await writeRound(tx, round)
    await writeSight(tx, round)
    before = round
  }
}

type Telling = {
  index: number
  startedAt: Date
  before: Round | null
  personId: (name: string) => string
  newId: () => string
}

function roundOf(
  request: DemoRequest,
  { fields, status, steps }: DemoRound,
  { id: policyId, definition }: DemoPolicy & { id: string },
  { index, startedAt, before, personId, newId }: Telling,
): Round {
  const bound = boundOf({ ...request, customFields: fields, secretMarks: {} }, definition)
  const amount = amountOf(fields)
  const after = (hours: number) => new Date(startedAt.getTime() + hours * hour)
  const voteOf = (
    { who, state, after: hours, comment, for: forWhom, passedOn }: DemoVote,
    seat: number,
  ): Vote => ({
    id: newId(),
    seat,
    personId: personId(who),
    forPersonId: forWhom ? personId(forWhom) : null,
    passedOn: passedOn ?? null,
    state,
    comment: comment ?? null,
    question: null,
    via: state === 'APPROVED' || state === 'REJECTED' ? 'APP' : null,
    signature: null,
    askedAt: startedAt,
    dueAt: after(48),
    remindAt: state === 'PENDING' ? after(72) : null,
    expiresAt: null,
    pausedAt: null,
    remindedAt: null,
    stuckAt: null,
    decidedAt: hours === undefined ? null : after(hours),
  })
  const isOver = status !== 'PENDING'
  return {
    id: newId(),
    requestId: request.id,
    round: index + 1,
    policyId,
    policyVersion: 1,
    isAsked: false,
    status,
    fingerprint: fingerprintOf(bound),
    bound,
    amount,
    ownAmount: amount,
    costCenter: null,
    justification: justificationOf(fields, request.description),
    needsSignature: false,
    startedAt,
    endedAt: isOver ? after(4) : null,
    endReason: status === 'VOID' ? 'What was asked for changed.' : null,
    endComment: null,
    changes: before ? changesOf(before.bound, bound) : null,
    steps: definition.steps.map((step, position) => {
      const told = steps[position]
      const seats = new Map<string, number>()
      const seatOf = (vote: DemoVote) => {
        const whose = vote.for ?? vote.who
        seats.set(whose, seats.get(whose) ?? seats.size)
        return seats.get(whose) ?? 0
      }
      return {
        id: newId(),
        position,
        name: step.name,
        definition: step,
        status: told?.status ?? 'WAITING',
        reason: null,
        isStuck: false,
        activatedAt: told ? startedAt : null,
        endedAt: told && told.status !== 'ACTIVE' ? after(4) : null,
        votes: (told?.votes ?? []).map((vote) => voteOf(vote, seatOf(vote))),
      }
    }),
  }
}
