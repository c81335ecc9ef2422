import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PolicyStep, type StepRule, type VoteState } from '@deskhand/contract'
import fc from 'fast-check'
import { judge, neededOf, type Vote } from './round.ts'

const at = new Date('2026-11-20T10:00:00Z')
const vote = (seat: number, state: VoteState): Vote => ({
  id: `${seat} ${state}`,
  seat,
  personId: String(seat),
  forPersonId: null,
  passedOn: null,
  state,
  comment: null,
  question: null,
  via: null,
  signature: null,
  askedAt: at,
  dueAt: at,
  remindAt: null,
  expiresAt: null,
  pausedAt: null,
  remindedAt: null,
  stuckAt: null,
  decidedAt: null,
})
const stepOf = (rule: StepRule, states: readonly VoteState[]) => ({
  definition: PolicyStep.parse({ name: 'Step', approvers: [{ kind: 'MANAGER' }], rule }),
  votes: states.map((state, seat) => vote(seat, state)),
})

const Y = 'APPROVED'
const N = 'REJECTED'
const P = 'PENDING'
const Q = 'INFO_REQUESTED'
const E = 'EXPIRED'
const any = { kind: 'ANY' } as const
const all = { kind: 'ALL' } as const
const two = { kind: 'QUORUM', count: 2 } as const
const half = { kind: 'PERCENT', percent: 50 } as const

describe('a step', () => {
  const cases: [StepRule, VoteState[], ReturnType<typeof judge>][] = [
    [any, [P, P], 'OPEN'],
    [any, [Y, P], 'APPROVED'],
    [any, [N, P], 'OPEN'],
    [any, [N, N], 'REJECTED'],
    [any, [Q], 'OPEN'],
    [all, [Y, P], 'OPEN'],
    [all, [Y, N], 'REJECTED'],
    [all, [N, P], 'REJECTED'],
    [all, [Y, Y], 'APPROVED'],
    [all, [Y, E], 'EXPIRED'],
    [all, [N, E], 'REJECTED'],
    [two, [Y, N, P], 'OPEN'],
    [two, [Y, N, Y], 'APPROVED'],
    [two, [N, N, P], 'REJECTED'],
    [two, [Y, N, E], 'REJECTED'],
    [half, [Y, P, P], 'OPEN'],
    [half, [Y, Y, P], 'APPROVED'],
    [half, [N, N, P], 'REJECTED'],
  ]
  for (const [rule, states, verdict] of cases) {
    test(`${JSON.stringify(rule)} with ${states.join(', ')} is ${verdict}`, () => {
      assert.equal(judge(stepOf(rule, states)), verdict)
    })
  }

  test('a seat that was passed on counts as whoever has it now, wherever that stands', () => {
    const step = stepOf(all, [Y])
    step.votes.push(vote(1, 'DELEGATED'), vote(1, Y))
    assert.equal(judge(step), 'APPROVED')
    step.votes.reverse()
    assert.equal(judge(step), 'APPROVED')
  })

  const rules = fc.oneof(
    fc.constant<StepRule>(any),
    fc.constant<StepRule>(all),
    fc.integer({ min: 1, max: 6 }).map((count): StepRule => ({ kind: 'QUORUM', count })),
    fc.integer({ min: 1, max: 100 }).map((percent): StepRule => ({ kind: 'PERCENT', percent })),
  )
  const states = fc.array(fc.constantFrom<VoteState>(Y, N, P, Q, E), { minLength: 1, maxLength: 8 })

  test('never is agreed to with fewer yes than the rule needs, nor open when nothing can come', () => {
    fc.assert(
      fc.property(rules, states, (rule, votes) => {
        const verdict = judge(stepOf(rule, votes))
        const yes = votes.filter((state) => state === Y).length
        const open = votes.filter((state) => state === P || state === Q).length
        assert.equal(verdict === 'APPROVED', yes >= neededOf(rule, votes.length))
        if (open === 0) assert.notEqual(verdict, 'OPEN')
      }),
    )
  })

  test('more yes never turns a verdict for the worse', () => {
    const rank = { REJECTED: 0, EXPIRED: 0, OPEN: 1, APPROVED: 2 }
    fc.assert(
      fc.property(rules, states, fc.nat(), (rule, votes, place) => {
        const better = votes.with(place % votes.length, Y)
        assert.ok(rank[judge(stepOf(rule, better))] >= rank[judge(stepOf(rule, votes))])
      }),
    )
  })
})
