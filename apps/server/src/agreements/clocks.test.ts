import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Priority, RequestState, WaitReason } from '@deskhand/contract'
import fc from 'fast-check'
import type { BusinessCalendar } from '../platform/clock/businessTime.ts'
import { type Clock, type Entry, type Happening, type Situation, turn } from './clocks.ts'
import { stepsOf, usedBy } from './moments.ts'
import { type AgreementFacts, type Policy, termsFor, usualPauses } from './policy.ts'
import { replay } from './replay.ts'
import { columnsOf } from './ring.ts'
import { stretchesOf } from './stretches.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)
const nine = [{ from: '09:00', until: '18:00' }]
const lunch = [
  { from: '09:00', until: '14:00' },
  { from: '15:00', until: '18:00' },
]
const madrid = (day = nine): BusinessCalendar => ({
  zone: 'Europe/Madrid',
  week: [day, day, day, day, day, [], []],
  holidays: new Set(),
})
const nothing = { firstResponse: null, nextResponse: null, resolution: null }
const policyOf = (more: Partial<Policy> = {}): Policy => ({
  id: 'policy',
  name: 'IT',
  version: 1,
  position: 0,
  isActive: true,
  serviceDeskId: null,
  requestTypeId: null,
  site: null,
  isVip: null,
  calendarId: null,
  targets: {
    LOW: nothing,
    MEDIUM: { firstResponse: 60, nextResponse: 120, resolution: 480 },
    HIGH: { firstResponse: 30, nextResponse: 60, resolution: 240 },
    CRITICAL: { firstResponse: 15, nextResponse: 30, resolution: 120 },
  },
  pauses: usualPauses,
  atRiskPercent: 75,
  escalationPolicyId: null,
  escalations: [],
  ...more,
})
const factsWith = (policies: Policy[] = [policyOf()], hours: BusinessCalendar = madrid()): AgreementFacts => {
  const calendar = { id: 'calendar', name: 'Madrid', version: 1, hours }
  return {
    version: 1,
    find: () => calendar,
    ofDesk: () => calendar,
    policies,
    hoursOfType: (id) => (id === 'typed' ? 10 : null),
    looksAtPeople: false,
  }
}

const monday = (time: string) => at(`2026-11-16T${time}:00+01:00`)
const tuesday = (time: string) => at(`2026-11-17T${time}:00+01:00`)
const begin: Situation = {
  serviceDeskId: 'it',
  requestTypeId: null,
  priority: 'MEDIUM',
  site: null,
  isVip: false,
  status: 'SUBMITTED',
  reviewKind: null,
  waitReason: null,
  isAnswered: false,
  createdAt: monday('10:00'),
}
type Step = [after: Partial<Situation>, happening: Partial<Happening> & { at: number }]

/** Lives a request through, and answers its clocks and all that the ledger got. */
function live(steps: Step[], facts = factsWith(), start = begin) {
  let situation = start
  let { clocks, entries } = turn([], situation, { cause: 'request.created', at: start.createdAt }, facts)
  for (const [after, happening] of steps) {
    situation = { ...situation, ...after }
    const turned = turn(clocks, situation, { cause: 'request.moved', ...happening }, facts)
    clocks = turned.clocks
    entries = [...entries, ...turned.entries]
  }
  const of = (target: Clock['target']) => clocks.find((clock) => clock.target === target)
  return { clocks, entries, of, situation, columns: columnsOf(clocks, termsFor(situation, facts), 1) }
}
const told = (entries: Entry[], target: Clock['target']) =>
  entries.filter((entry) => entry.target === target).map(({ kind, reason }) => `${kind} ${reason}`)

describe('the clocks of a request', () => {
  test('first response and resolution begin with it; the nearer one is what the queue goes by', () => {
    const { of, columns } = live([])
    assert.equal(of('FIRST_RESPONSE')?.due, monday('11:00'))
    assert.equal(of('RESOLUTION')?.due, monday('18:00'))
    assert.equal(of('NEXT_RESPONSE'), undefined)
    assert.equal(columns.slaDueAt?.getTime(), monday('11:00'))
    assert.equal(columns.slaAtRiskAt?.getTime(), monday('10:45'))
  })

  test('a reply stops the first response; a question after it begins the next', () => {
    const { of, entries } = live([
      [{ isAnswered: true }, { at: monday('10:30'), answers: true }],
      [{}, { at: monday('12:00'), asks: true }],
      [{}, { at: monday('12:30'), asks: true }],
      [{}, { at: monday('13:00'), answers: true }],
      [{}, { at: monday('15:00'), asks: true }],
    ])
    assert.deepEqual(told(entries, 'FIRST_RESPONSE'), ['STARTED STARTED', 'STOPPED ANSWERED'])
    assert.deepEqual(told(entries, 'NEXT_RESPONSE'), [
      'STARTED STARTED',
      'STOPPED ANSWERED',
      'STARTED STARTED',
    ])
    assert.deepEqual([of('NEXT_RESPONSE')?.round, of('NEXT_RESPONSE')?.due], [2, monday('17:00')])
  })

  test('a pause moves what is due by as much business time as it took', () => {
    const { of, columns, entries } = live([
      [
        { status: 'IN_PROGRESS', isAnswered: true },
        { at: monday('11:00'), answers: true },
      ],
      [{ status: 'WAITING', waitReason: 'VENDOR' }, { at: monday('12:00') }],
    ])
    assert.deepEqual(
      [of('RESOLUTION')?.state, of('RESOLUTION')?.due, columns.slaDueAt],
      ['PAUSED', null, null],
    )
    assert.deepEqual(told(entries, 'RESOLUTION'), ['STARTED STARTED', 'PAUSED WAITING_VENDOR'])
    const { of: later } = live([
      [
        { status: 'IN_PROGRESS', isAnswered: true },
        { at: monday('11:00'), answers: true },
      ],
      [{ status: 'WAITING', waitReason: 'VENDOR' }, { at: monday('12:00') }],
      [{ status: 'IN_PROGRESS', waitReason: null }, { at: tuesday('10:00') }],
    ])
    // Two of eight hours were used.
    assert.equal(later('RESOLUTION')?.due, tuesday('16:00'))
  })

  test('a reason that does not pause by the policy lets it run', () => {
    const pauses = { ...usualPauses, waiting: { ...usualPauses.waiting, PART: false } }
    const { of } = live(
      [[{ status: 'WAITING', waitReason: 'PART' }, { at: monday('12:00') }]],
      factsWith([policyOf({ pauses })]),
    )
    assert.equal(of('RESOLUTION')?.due, monday('18:00'))
  })

  test('another priority keeps what was used and what was paused', () => {
    const { of, entries } = live([
      [
        { status: 'ACTION_REQUIRED', isAnswered: true },
        { at: monday('11:00'), answers: true },
      ],
      [{ status: 'IN_PROGRESS' }, { at: monday('16:00') }],
      [{ priority: 'HIGH' }, { at: monday('17:00'), terms: 'PRIORITY' }],
    ])
    // An hour before the pause and one after it, of four.
    assert.equal(of('RESOLUTION')?.due, tuesday('10:00'))
    assert.equal(told(entries, 'RESOLUTION').at(-1), 'RECOMPUTED PRIORITY')
  })

  test('a priority without a promise is what the kind promises, or nothing', () => {
    const typed = live([], factsWith(), { ...begin, priority: 'LOW', requestTypeId: 'typed' })
    assert.equal(typed.of('RESOLUTION')?.due, tuesday('11:00'))
    const none = live([], factsWith(), { ...begin, priority: 'LOW' })
    assert.deepEqual([none.of('RESOLUTION')?.due, none.columns.slaDueAt], [null, null])
    // The clock measures all the same, so that a promise made later knows of it.
    assert.equal(none.of('RESOLUTION')?.state, 'RUNNING')
  })

  test('resolving stops, reopening goes on with what was used; late is late', () => {
    const { of, entries } = live([
      [
        { status: 'RESOLVED', isAnswered: true },
        { at: monday('12:00'), answers: true },
      ],
      [{ status: 'IN_PROGRESS' }, { at: tuesday('09:00'), asks: true }],
    ])
    assert.equal(of('RESOLUTION')?.due, tuesday('15:00'))
    assert.deepEqual(told(entries, 'RESOLUTION'), ['STARTED STARTED', 'STOPPED RESOLVED', 'RESUMED REOPENED'])
    // Who reopens waits for an answer.
    assert.equal(of('NEXT_RESPONSE')?.due, tuesday('11:00'))
    const late = live([[{ status: 'RESOLVED' }, { at: tuesday('12:00') }]])
    assert.deepEqual(
      late.entries.filter(({ kind }) => kind === 'STOPPED').map(({ isLate }) => isLate),
      [true, true],
    )
  })

  test('the first policy that fits holds; others of the desk, the kind, the site and VIPs come before it', () => {
    const special = policyOf({ id: 'vip', isVip: true, targets: policyOf().targets, calendarId: 'calendar' })
    const facts = factsWith([special, policyOf()])
    assert.equal(termsFor({ ...begin, isVip: true }, facts).policy?.id, 'vip')
    assert.equal(termsFor(begin, facts).policy?.id, 'policy')
    for (const other of [
      { serviceDeskId: 'hr' },
      { requestTypeId: 'x' },
      { site: 'Porto' },
      { isActive: false },
    ])
      assert.equal(termsFor(begin, factsWith([policyOf(other)])).policy, null)
  })
})

describe('escalation steps', () => {
  const step = (id: string, moment: Policy['escalations'][number]['moment']) => ({
    id,
    target: 'RESOLUTION' as const,
    moment,
    action: { do: 'PAGE' as const },
  })
  const facts = factsWith([
    policyOf({
      escalations: [
        step('after', { at: 'AFTER', minutes: 120 }),
        step('half', { at: 'PERCENT', percent: 50 }),
        step('before', { at: 'BEFORE', minutes: 60 }),
      ],
    }),
  ])
  test('stand at their moments in business time, before and after it is due', () => {
    const { of, situation, columns } = live([], facts)
    const clock = of('RESOLUTION')
    assert.ok(clock)
    assert.deepEqual(
      stepsOf(clock, termsFor(situation, facts)).map(({ step: { id }, at: when }) => [id, when]),
      [
        ['half', monday('14:00')],
        ['before', monday('17:00')],
        ['after', tuesday('11:00')],
      ],
    )
    assert.equal(columns.slaStepAt?.getTime(), monday('14:00'))
  })

  test('that new terms put into the past are passed over, and those that were due are not', () => {
    const short = factsWith(
      facts.policies.map((policy) => ({
        ...policy,
        version: 2,
        targets: { ...policy.targets, MEDIUM: { ...nothing, resolution: 60 } },
      })),
    )
    const { clocks, situation } = live([], facts)
    const quiet = { cause: 'sla.recomputed', terms: 'POLICY', isQuiet: true }
    const soon = turn(clocks, situation, { ...quiet, at: monday('11:30') }, short).clocks.at(-1)
    assert.deepEqual(soon?.done.toSorted(), ['before', 'half'])
    const due = turn(clocks, situation, { ...quiet, at: monday('14:01') }, short).clocks.at(-1)
    assert.deepEqual(due?.done, [])
  })
})

test('a holiday that is found out about later moves what is due, as if it had always been there', () => {
  const { clocks, situation } = live([], factsWith([policyOf()], madrid(lunch)))
  const holiday = { ...madrid(lunch), holidays: new Set(['2026-11-16']) }
  const facts = factsWith([policyOf()], holiday)
  const { clocks: after, entries } = turn(
    clocks,
    situation,
    { cause: 'sla.recomputed', terms: 'CALENDAR', isQuiet: true, at: monday('12:00') },
    facts,
  )
  assert.equal(after.find(({ target }) => target === 'FIRST_RESPONSE')?.due, tuesday('10:00'))
  assert.deepEqual(told(entries, 'RESOLUTION'), ['RECOMPUTED CALENDAR'])
})

/** Any life of a request: states, priorities, replies, in any order, over two months with a change of the clocks. */
const states: RequestState[] = [
  'IN_REVIEW',
  'ACTION_REQUIRED',
  'APPROVED',
  'IN_PROGRESS',
  'WAITING',
  'RESOLVED',
]
const changes = fc.oneof(
  fc.record({
    status: fc.constantFrom(...states),
    waitReason: fc.constantFrom<WaitReason>('VENDOR', 'PART', 'DATE'),
    reviewKind: fc.constantFrom<'TRIAGE' | 'APPROVAL'>('TRIAGE', 'APPROVAL'),
  }),
  fc.record({ priority: fc.constantFrom<Priority>('LOW', 'MEDIUM', 'HIGH', 'CRITICAL') }),
  fc.record({ isAnswered: fc.constant(true) }),
  fc.constant({}),
)
const lives = fc.record({
  start: fc.integer({ min: at('2026-09-20T00:00:00Z'), max: at('2026-11-01T00:00:00Z') }),
  steps: fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 90 * hour }),
      after: changes,
      asks: fc.boolean(),
      answers: fc.boolean(),
    }),
    { maxLength: 15 },
  ),
  hours: fc.constantFrom(
    madrid(),
    madrid(lunch),
    { ...madrid(lunch), zone: 'America/New_York' },
    { ...madrid([{ from: '00:00', until: '24:00' }]), zone: 'Australia/Lord_Howe' },
  ),
  part: fc.boolean(),
})
const lived = ({
  start,
  steps,
  hours,
  part,
}: typeof lives extends fc.Arbitrary<infer Life> ? Life : never) => {
  const pauses = { ...usualPauses, waiting: { ...usualPauses.waiting, PART: part } }
  const facts = factsWith([policyOf({ pauses })], hours)
  const situation = { ...begin, createdAt: start }
  let now = start
  const all = steps.map(({ wait, after, asks, answers }): Step => {
    now += wait
    return [after, { at: now, asks, answers }]
  })
  return { ...live(all, facts, situation), facts, now, all, situationAtFirst: situation }
}

describe('whatever calendar, zone and sequence of pauses', () => {
  test('what ran, what was paused, what lay outside the hours and what had ended add up to the age, to the millisecond', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { entries, clocks, facts, now, situation } = lived(life)
        const { calendar } = termsFor(situation, facts)
        for (const clock of clocks) {
          // From the ledger alone: each entry holds until the next of its round.
          const lines = entries.filter(
            ({ target, round }) => target === clock.target && round === clock.round,
          )
          const sums = { ran: 0, outside: 0, paused: 0, ended: 0 }
          for (const { state, from, until, business } of stretchesOf(lines, calendar.hours, now)) {
            if (state === 'PAUSED') sums.paused += until - from
            else if (state === 'STOPPED') sums.ended += until - from
            else {
              sums.ran += business
              sums.outside += until - from - business
            }
          }
          assert.equal(sums.ran + sums.outside + sums.paused + sums.ended, now - clock.began)
          // And the clock that the row keeps says the same as its ledger.
          assert.equal(usedBy(clock, now, { calendar }), sums.ran)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('living through it and replaying it is the same', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { clocks, entries, facts, now, all, situationAtFirst } = lived(life)
        const episodes = all.map(([after, happening]) => ({
          after,
          happening: { cause: 'request.moved', ...happening },
        }))
        const again = replay(situationAtFirst, episodes, facts, now)
        assert.deepEqual(again.clocks, clocks)
        assert.deepEqual(again.entries, entries)
      }),
    )
  })

  test('the lists’ countdown agrees with the clock at any moment before it is due', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 40 * hour }), (life, later) => {
        const { clocks, columns, facts, situation, now } = lived(life)
        const ring = JSON.parse(columns.sla).ring
        if (ring?.state !== 'RUNNING' || ring.open.length === 8) return
        const moment = Math.min(now + later, at(ring.dueAt))
        const clock = clocks.find(({ target }) => target === ring.target)
        assert.ok(clock)
        const open = ring.open.reduce(
          (sum: number, [from, until]: [number, number]) =>
            sum + Math.max(0, Math.min(until, moment / 1000) - Math.max(from, at(ring.since) / 1000)),
          0,
        )
        const exact = ring.targetSeconds - usedBy(clock, moment, termsFor(situation, facts)) / 1000
        assert.ok(Math.abs(ring.leftSeconds - open - exact) <= 2, `${ring.leftSeconds - open} and ${exact}`)
      }),
    )
  })
})
