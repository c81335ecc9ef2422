import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mover, type RequestState, requestStates } from '@deskhand/contract'
import { type Ask, afterMove, answerTo, faultsOf, isRefusal, waysFrom, wayTo } from './moveRules.ts'
import type { Standing } from './rules.ts'

const now = new Date('2026-03-10T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const standing = (status: RequestState, more: Partial<Standing> = {}): Standing => ({
  serviceDeskId: 'it',
  requesterId: 'jorge',
  createdById: 'jorge',
  isConfidential: false,
  status,
  askedFrom: null,
  reviewKind: status === 'IN_REVIEW' || status === 'ACTION_REQUIRED' ? 'TRIAGE' : null,
  assignedToId: 'ana',
  appealCount: 0,
  statusChangedAt: daysAgo(1),
  closedAt: null,
  deletedAt: null,
  openMandatoryTasks: [],
  reopenDays: 14,
  appealDays: 10,
  ...more,
})

const states = [
  'SUBMITTED',
  'IN_REVIEW',
  'ACTION_REQUIRED',
  'APPROVED',
  'IN_PROGRESS',
  'WAITING',
  'RESOLVED',
  'REJECTED',
] as const

// Who makes which move: E requester, T technician, S supervisor alone, M approver, y system; rows from, columns to.
const matrix: Record<RequestState, readonly string[]> = {
  SUBMITTED: ['', 'Ty', 'T', '', 'TS', '', 'TE', 'S'],
  IN_REVIEW: ['', '', 'TM', 'y', 'T', '', 'TE', 'SM'],
  ACTION_REQUIRED: ['', 'Ey', '', 'y', 'ET', '', 'TEy', 'S'],
  APPROVED: ['', 'y', 'T', '', 'Ty', 'Ty', 'TEy', 'S'],
  IN_PROGRESS: ['', 'Ty', 'T', '', '', 'Ty', 'TE', 'S'],
  WAITING: ['', 'y', 'T', '', 'Ty', '', 'TE', 'S'],
  RESOLVED: ['', '', '', '', 'ET', '', '', ''],
  REJECTED: ['', 'ES', '', '', '', '', '', ''],
}
const letters: Record<string, Mover> = {
  E: 'requester',
  T: 'technician',
  S: 'supervisor',
  M: 'approver',
  y: 'system',
}

for (const from of states) {
  test(`every mover from ${from} to each of the eight states`, () => {
    for (const [at, to] of states.entries()) {
      for (const [letter, mover] of Object.entries(letters)) {
        const may = matrix[from][at]?.includes(letter) ?? false
        const way = wayTo(to, standing(from), [mover], now)
        assert.equal(!isRefusal(way), may, `${mover}: ${from} → ${to}`)
        if (isRefusal(way)) assert.equal(way.code, matrix[from][at] ? 'forbidden' : 'state')
      }
    }
  })
}

test('there are 33 legal moves of 64', () => {
  const legal = states.flatMap((from) => states.filter((to) => requestStates.find(from, to)))
  assert.equal(legal.length, 33)
})

test('no list of moves names one that cannot be made, and all that can are named', () => {
  for (const from of states) {
    for (const movers of [
      ['requester'],
      ['technician'],
      ['supervisor', 'technician'],
      ['system'],
    ] as Mover[][]) {
      const named = waysFrom(standing(from), movers, now).map(({ to }) => to)
      const possible = states.filter((to) => !isRefusal(wayTo(to, standing(from), movers, now)))
      assert.deepEqual(named, possible)
    }
  }
})

const refusal = (to: RequestState, request: Standing, ...movers: Mover[]) => {
  const way = wayTo(to, request, movers, now)
  return isRefusal(way) ? `${way.code}: ${way.sentence}` : null
}

test('the guards that the table cannot hold', () => {
  const cases: [RequestState, Standing, Mover, string | null][] = [
    [
      'IN_REVIEW',
      standing('ACTION_REQUIRED', { reviewKind: null }),
      'requester',
      'state: Somebody works on it already. Your answer takes it back to them.',
    ],
    ['IN_REVIEW', standing('ACTION_REQUIRED', { reviewKind: null, assignedToId: null }), 'requester', null],
    [
      'IN_PROGRESS',
      standing('ACTION_REQUIRED', { assignedToId: null }),
      'requester',
      'state: Nobody works on it yet. Your answer takes it back to the desk.',
    ],
    ['IN_PROGRESS', standing('ACTION_REQUIRED', { assignedToId: null }), 'technician', null],
    [
      'IN_PROGRESS',
      standing('ACTION_REQUIRED', { reviewKind: 'APPROVAL' }),
      'technician',
      'state: It waits for its approval and can go on after that.',
    ],
    [
      'IN_PROGRESS',
      standing('IN_REVIEW', { reviewKind: 'APPROVAL' }),
      'technician',
      'state: It waits for its approval and can go on after that.',
    ],
    [
      'RESOLVED',
      standing('IN_REVIEW', { reviewKind: 'APPROVAL' }),
      'technician',
      'state: It waits for its approval and can go on after that.',
    ],
    ['RESOLVED', standing('IN_REVIEW', { reviewKind: 'APPROVAL' }), 'requester', null],
    ['RESOLVED', standing('ACTION_REQUIRED', { reviewKind: 'APPROVAL' }), 'requester', null],
    [
      'RESOLVED',
      standing('WAITING', { isOrdered: true }),
      'requester',
      'state: What you asked for is ordered already. Write to the desk, and they can stop it.',
    ],
    ['RESOLVED', standing('WAITING', { isOrdered: true }), 'technician', null],
    ['RESOLVED', standing('ACTION_REQUIRED', { reviewKind: 'APPROVAL' }), 'system', null],
    [
      'RESOLVED',
      standing('ACTION_REQUIRED', { reviewKind: 'APPROVAL' }),
      'technician',
      'state: It waits for its approval and can go on after that.',
    ],
    [
      'APPROVED',
      standing('ACTION_REQUIRED'),
      'requester',
      'forbidden: Only Deskhand itself can approve it, when everyone has who must.',
    ],
    ['IN_REVIEW', standing('REJECTED', { statusChangedAt: daysAgo(9.9) }), 'requester', null],
    [
      'IN_REVIEW',
      standing('REJECTED', { statusChangedAt: daysAgo(10.1) }),
      'requester',
      'state: A rejection can be contested within 10 days.',
    ],
    [
      'IN_REVIEW',
      standing('REJECTED', { appealCount: 1 }),
      'requester',
      'state: This was contested once already.',
    ],
    ['IN_REVIEW', standing('REJECTED', { appealCount: 1, statusChangedAt: daysAgo(90) }), 'supervisor', null],
    ['IN_PROGRESS', standing('RESOLVED', { closedAt: daysAgo(13.9) }), 'requester', null],
    [
      'IN_PROGRESS',
      standing('RESOLVED', { closedAt: daysAgo(14.1) }),
      'technician',
      'state: This request is closed and stays so. Ask for it in a new one.',
    ],
    [
      'IN_REVIEW',
      standing('REJECTED', { closedAt: daysAgo(1) }),
      'supervisor',
      'state: This request is closed and stays so. Ask for it in a new one.',
    ],
    [
      'REJECTED',
      standing('RESOLVED', { closedAt: daysAgo(1) }),
      'supervisor',
      'state: This request is closed. Reopen it first.',
    ],
    [
      'IN_PROGRESS',
      standing('SUBMITTED', { deletedAt: daysAgo(1) }),
      'technician',
      'state: This request is in the trash. Restore it first.',
    ],
    [
      'SUBMITTED',
      standing('IN_PROGRESS'),
      'technician',
      'state: A started request cannot be made new again.',
    ],
    [
      'IN_REVIEW',
      standing('WAITING'),
      'technician',
      'forbidden: Only Deskhand itself can do that to a waiting request.',
    ],
  ]
  for (const [to, request, mover, expected] of cases) {
    assert.equal(refusal(to, request, mover), expected, `${mover}: ${request.status} → ${to}`)
  }
})

test('what each move asks for', () => {
  const requires = (from: RequestState, to: RequestState, mover: Mover) => {
    const way = wayTo(to, standing(from), [mover], now)
    return isRefusal(way) ? way.sentence : way.requires
  }
  assert.deepEqual(requires('SUBMITTED', 'ACTION_REQUIRED', 'technician'), ['question'])
  assert.deepEqual(requires('IN_PROGRESS', 'WAITING', 'technician'), ['waitReason'])
  assert.deepEqual(requires('IN_PROGRESS', 'REJECTED', 'supervisor'), ['reason'])
  assert.deepEqual(requires('WAITING', 'RESOLVED', 'technician'), ['resolutionCode', 'resolutionText'])
  assert.deepEqual(requires('WAITING', 'RESOLVED', 'requester'), [])
  assert.deepEqual(requires('RESOLVED', 'IN_PROGRESS', 'requester'), ['reason'])
  assert.deepEqual(requires('RESOLVED', 'IN_PROGRESS', 'technician'), [])
  assert.deepEqual(requires('REJECTED', 'IN_REVIEW', 'requester'), ['reason'])
  assert.deepEqual(requires('REJECTED', 'IN_REVIEW', 'supervisor'), [])
})

test('what a move lacks, field by field', () => {
  const faults = (from: RequestState, ask: Ask) => {
    const way = wayTo(ask.to, standing(from), ['supervisor', 'technician'], now)
    return isRefusal(way)
      ? way.sentence
      : faultsOf(ask, way, ['FIXED', 'ANSWERED'], now).map(({ field }) => field)
  }
  assert.deepEqual(faults('IN_PROGRESS', { to: 'RESOLVED' }), ['resolutionCode', 'resolutionText'])
  assert.deepEqual(
    faults('IN_PROGRESS', { to: 'RESOLVED', resolutionCode: 'MAGIC', resolutionText: 'Done.' }),
    ['resolutionCode'],
  )
  assert.deepEqual(
    faults('IN_PROGRESS', { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' }),
    [],
  )
  assert.deepEqual(faults('IN_PROGRESS', { to: 'WAITING', waitReason: 'DATE' }), ['waitUntil'])
  assert.deepEqual(faults('IN_PROGRESS', { to: 'WAITING', waitReason: 'DATE', waitUntil: daysAgo(-1) }), [])
  assert.deepEqual(faults('IN_PROGRESS', { to: 'WAITING', waitReason: 'PART', waitUntil: daysAgo(1) }), [
    'waitUntil',
  ])
  assert.deepEqual(faults('IN_PROGRESS', { to: 'WAITING' }), ['waitReason'])
  assert.deepEqual(faults('IN_PROGRESS', { to: 'REJECTED' }), ['reason'])
  assert.deepEqual(faults('WAITING', { to: 'IN_PROGRESS', resolutionCode: 'FIXED', reason: 'It came.' }), [
    'resolutionCode',
  ])
})

test('what a move leaves behind', () => {
  const after = (from: Standing, ask: Ask, as: Mover, more = {}) =>
    afterMove(
      { ...from, reopenCount: 2, firstResponseAt: null },
      ask,
      { to: ask.to, as },
      {
        now,
        starter: 'ana',
        isAnswer: true,
        ...more,
      },
    )
  const started = after(standing('SUBMITTED', { assignedToId: null }), { to: 'IN_PROGRESS' }, 'technician')
  assert.equal(started.assignedToId, 'ana')
  assert.equal(started.firstResponseAt, null)
  assert.equal(
    after(standing('SUBMITTED'), { to: 'IN_PROGRESS' }, 'technician', { starter: 'luis' }).assignedToId,
    'ana',
  )
  const inOtherField = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Found it.' } as const
  const solvedBySelf = after(standing('WAITING'), inOtherField, 'requester')
  assert.deepEqual([solvedBySelf.resolutionCode, solvedBySelf.resolutionText], ['WITHDRAWN', 'Found it.'])
  const withdrawn = after(standing('WAITING'), { to: 'RESOLVED', reason: 'Found it.' }, 'requester', {
    isAnswer: false,
  })
  assert.deepEqual([withdrawn.resolutionCode, withdrawn.resolutionText], ['WITHDRAWN', 'Found it.'])
  assert.deepEqual([withdrawn.resolvedAt, withdrawn.firstResponseAt], [now, null])
  const reopened = after(
    standing('RESOLVED', { closedAt: daysAgo(2) }),
    { to: 'IN_PROGRESS', reason: 'Again.' },
    'requester',
  )
  assert.deepEqual(
    [reopened.reopenCount, reopened.closedAt, reopened.resolvedAt, reopened.resolutionCode],
    [3, null, null, null],
  )
  const contested = after(standing('REJECTED'), { to: 'IN_REVIEW', reason: 'Once more.' }, 'requester')
  assert.deepEqual(
    [contested.appealCount, contested.reviewKind, contested.rejectionReason],
    [1, 'TRIAGE', null],
  )
  assert.equal(after(standing('REJECTED'), { to: 'IN_REVIEW' }, 'supervisor').appealCount, 0)
  const asked = after(standing('IN_REVIEW'), { to: 'ACTION_REQUIRED', question: 'Which one?' }, 'technician')
  assert.deepEqual([asked.question, asked.reviewKind, asked.firstResponseAt], ['Which one?', 'TRIAGE', now])
  const waiting = after(
    standing('IN_PROGRESS'),
    { to: 'WAITING', waitReason: 'PART', question: 'kept out' },
    'technician',
  )
  assert.deepEqual([waiting.waitReason, waiting.question], ['PART', null])
})

test('an answer goes back to where the question came from', () => {
  const cases = [
    ['TRIAGE', null, 'ana', 'IN_REVIEW'],
    ['APPROVAL', null, null, 'IN_REVIEW'],
    [null, 'SUBMITTED', null, 'IN_REVIEW'],
    [null, null, null, 'IN_REVIEW'],
    [null, 'IN_PROGRESS', 'ana', 'IN_PROGRESS'],
    [null, 'SUBMITTED', 'ana', 'IN_PROGRESS'],
    // Approved and not begun: whoever has it has not started.
    [null, 'APPROVED', null, 'APPROVED'],
    [null, 'APPROVED', 'ana', 'APPROVED'],
    // What was agreed to is asked anew since.
    ['APPROVAL', 'APPROVED', 'ana', 'IN_REVIEW'],
  ] as const
  for (const [reviewKind, askedFrom, assignedToId, to] of cases) {
    const request = standing('ACTION_REQUIRED', { reviewKind, askedFrom, assignedToId })
    assert.equal(answerTo(request), to, `${reviewKind} ${askedFrom} ${assignedToId}`)
    assert.equal(refusal(to, request, 'requester'), null)
    for (const other of ['IN_REVIEW', 'APPROVED'] as const) {
      assert.equal(refusal(other, request, 'requester') === null, other === to, `${to}, not ${other}`)
    }
    if (to === 'APPROVED') assert.notEqual(refusal('IN_PROGRESS', request, 'requester'), null)
  }
  const after = afterMove(
    { ...standing('APPROVED'), reopenCount: 0, firstResponseAt: null },
    { to: 'ACTION_REQUIRED', question: 'Which one?' },
    { to: 'ACTION_REQUIRED', as: 'technician' },
    { now, starter: 'ana', isAnswer: true },
  )
  assert.equal(after.askedFrom, 'APPROVED')
})

test('what must be done before blocks RESOLVED for all but who asked', () => {
  const waiting = standing('IN_PROGRESS', { openMandatoryTasks: ['Wipe it', 'b', 'c', 'd'] })
  const sentence = 'state: Still to do before it can be resolved: “Wipe it”, “b”, “c” and 1 more.'
  assert.equal(refusal('RESOLVED', waiting, 'supervisor', 'technician'), sentence)
  assert.equal(
    refusal('RESOLVED', standing('ACTION_REQUIRED', { openMandatoryTasks: ['a'] }), 'system')?.slice(0, 5),
    'state',
  )
  assert.equal(refusal('RESOLVED', waiting, 'requester'), null)
  assert.equal(refusal('WAITING', waiting, 'technician'), null)
})
