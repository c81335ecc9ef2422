import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../requests/rules.ts'
import { type Mergeable, whyNotMerge } from './rules.ts'

const now = new Date('2026-11-20T10:00:00Z')
const ana: Person = { id: 'ana', isAdmin: false, desks: new Map([['it', 'TECHNICIAN']]) }
const one = (more: Partial<Mergeable> = {}): Mergeable => ({
  id: 'one',
  referenceNumber: 'IT-1',
  serviceDeskId: 'it',
  requesterId: 'jorge',
  createdById: 'jorge',
  isConfidential: false,
  accessIncludesDesk: true,
  status: 'IN_PROGRESS',
  reviewKind: null,
  assignedToId: null,
  appealCount: 0,
  statusChangedAt: now,
  closedAt: null,
  deletedAt: null,
  openMandatoryTasks: [],
  reopenDays: 14,
  appealDays: 10,
  ...more,
})
const two = (more: Partial<Mergeable> = {}) => one({ id: 'two', referenceNumber: 'IT-2', ...more })
const old = new Date('2026-10-01T10:00:00Z')

const cases: [string, Mergeable, Mergeable, RegExp | null][] = [
  ['two open ones', one(), two(), null],
  ['of two requesters', one(), two({ requesterId: 'marta' }), null],
  ['into one that is solved and can be reopened', one(), two({ status: 'RESOLVED', closedAt: now }), null],
  ['into itself', one(), one(), /into itself/],
  [
    'into one that is settled for good',
    one(),
    two({ status: 'RESOLVED', closedAt: old }),
    /IT-2 is settled for good/,
  ],
  ['into one that was rejected', one(), two({ status: 'REJECTED' }), /IT-2 is settled for good/],
  [
    'into one that was merged itself',
    one(),
    two({ mergedIntoId: 'three', status: 'RESOLVED', closedAt: now }),
    /IT-2 was merged into another itself/,
  ],
  [
    'one that was merged',
    one({ mergedIntoId: 'three', status: 'RESOLVED' }),
    two(),
    /IT-1 was merged already/,
  ],
  ['one that is settled', one({ status: 'REJECTED' }), two(), /IT-1 is settled already/],
  [
    'one under approval',
    one({ status: 'IN_REVIEW', reviewKind: 'APPROVAL' }),
    two(),
    /waits for its approval/,
  ],
  ['one with something left to do', one({ openMandatoryTasks: ['Wipe it'] }), two(), /tasks that are open/],
  ['one in the trash', one({ deletedAt: now }), two(), /IT-1 is in the trash/],
  ['of another desk', one(), two({ serviceDeskId: 'hr' }), /Only the desk that works on IT-2/],
  ['a confidential one into an open one', one({ isConfidential: true }), two(), /confidential/],
  ['an open one into a confidential one', one(), two({ isConfidential: true }), /confidential/],
  [
    'confidential ones of two requesters',
    one({ isConfidential: true }),
    two({ isConfidential: true, requesterId: 'marta' }),
    /confidential/,
  ],
  [
    'confidential ones with the same readers',
    one({ isConfidential: true }),
    two({ isConfidential: true }),
    null,
  ],
  [
    'confidential ones, one without the desk',
    one({ isConfidential: true }),
    two({ isConfidential: true, accessIncludesDesk: false }),
    /confidential/,
  ],
]

for (const [name, source, target, refusal] of cases) {
  test(name, () => {
    const why = whyNotMerge(ana, source, target, new Map(), now)
    if (refusal) assert.match(why?.sentence ?? 'nothing', refusal)
    else assert.equal(why, null)
  })
}

test('confidential ones with different lists', () => {
  const why = whyNotMerge(
    ana,
    one({ isConfidential: true }),
    two({ isConfidential: true }),
    new Map([['two', ['luis']]]),
    now,
  )
  assert.match(why?.sentence ?? '', /confidential/)
})

test('who works on both desks merges within each, not across', () => {
  const both: Person = {
    ...ana,
    desks: new Map([
      ['it', 'TECHNICIAN'],
      ['hr', 'TECHNICIAN'],
    ]),
  }
  assert.match(
    whyNotMerge(both, one(), two({ serviceDeskId: 'hr' }), new Map(), now)?.sentence ?? '',
    /another desk/,
  )
})
