import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  canDo,
  isRequester,
  isStaff,
  isSupervisor,
  moversOf,
  type Person,
  roleWord,
  type Standing,
  snippetOf,
  whyNot,
} from './rules.ts'

const now = new Date('2026-03-10T10:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const person = (
  id: string,
  desks: [string, 'TECHNICIAN' | 'SUPERVISOR'][] = [],
  isAdmin = false,
): Person => ({
  id,
  isAdmin,
  desks: new Map(desks),
})
const jorge = person('jorge')
const marta = person('marta')
const ana = person('ana', [['it', 'TECHNICIAN']])
const luis = person('luis', [['it', 'TECHNICIAN']])
const sofia = person('sofia', [['it', 'SUPERVISOR']])
const nuria = person('nuria', [['hr', 'TECHNICIAN']])
const elena = person('elena', [], true)

const request = (more: Partial<Standing> = {}): Standing => ({
  serviceDeskId: 'it',
  requesterId: 'jorge',
  createdById: 'jorge',
  isConfidential: false,
  status: 'IN_PROGRESS',
  reviewKind: null,
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

test('who somebody is to a request', () => {
  const cases: [Person, Partial<Standing>, string][] = [
    [jorge, {}, 'requester'],
    [ana, {}, 'technician'],
    [sofia, {}, 'supervisor technician'],
    [elena, {}, 'supervisor technician'],
    [elena, { isConfidential: true }, ''],
    [elena, { requesterId: 'elena', isConfidential: true }, 'requester'],
    [nuria, {}, ''],
    [marta, { createdById: 'marta' }, 'requester'],
    [luis, { createdById: 'luis' }, 'technician'],
    [elena, { createdById: 'elena', isConfidential: true }, ''],
    [ana, { requesterId: 'ana', createdById: 'ana' }, 'technician requester'],
    [nuria, { requesterId: 'nuria' }, 'requester'],
  ]
  for (const [who, more, expected] of cases) {
    assert.equal(moversOf(who, request(more)).join(' '), expected, `${who.id} ${JSON.stringify(more)}`)
  }
  assert.equal(isStaff(ana, request()), true)
  assert.equal(isSupervisor(ana, request()), false)
  assert.equal(isRequester(luis, request({ createdById: 'luis' })), false)
})

test('the word beside a name', () => {
  const at = (code: string) => ({ ...request(), deskCode: code })
  assert.equal(roleWord(jorge, at('IT')), 'Requester')
  assert.equal(roleWord(ana, at('IT')), 'IT technician')
  assert.equal(roleWord(sofia, at('FACILITIES')), 'Facilities supervisor')
  assert.equal(roleWord(elena, at('IT')), 'Admin')
  assert.equal(roleWord(nuria, at('IT')), null)
})

test('what each kind of person can do in the middle of the work', () => {
  const can = (who: Person, more: Partial<Standing> = {}) => canDo(who, request(more), now).join(' ')
  assert.equal(can(jorge), 'comment attach withdraw')
  assert.equal(can(jorge, { status: 'SUBMITTED' }), 'update comment attach withdraw')
  assert.equal(can(ana), 'update comment note assign prioritise tag seal attach')
  assert.equal(can(luis), 'update comment note prioritise tag seal attach')
  assert.equal(
    can(luis, { assignedToId: null }),
    'update comment note take assign prioritise tag seal attach',
  )
  assert.equal(can(sofia), 'update comment note take assign prioritise tag seal attach delete')
  assert.equal(can(elena), 'update comment note assign prioritise tag seal attach delete')
  assert.equal(can(elena, { isConfidential: true }), 'comment attach')
})

test('what can be done when it is settled, closed, and in the trash', () => {
  const can = (who: Person, more: Partial<Standing>) =>
    canDo(who, request({ status: 'RESOLVED', ...more }), now).join(' ')
  assert.equal(can(jorge, {}), 'comment attach confirm reopen')
  assert.equal(can(jorge, { status: 'REJECTED' }), 'comment attach confirm appeal')
  assert.equal(can(jorge, { status: 'REJECTED', appealCount: 1 }), 'comment attach confirm')
  assert.equal(can(jorge, { closedAt: daysAgo(3) }), 'reopen')
  assert.equal(can(jorge, { closedAt: daysAgo(15) }), '')
  assert.equal(can(ana, { closedAt: daysAgo(3) }), 'tag seal reopen')
  assert.equal(
    can(sofia, {}),
    'update comment note take assign prioritise tag seal attach close reopen delete',
  )
  assert.equal(can(sofia, { closedAt: daysAgo(15) }), 'tag seal delete')
  assert.equal(can(sofia, { deletedAt: daysAgo(1) }), 'restore')
  assert.equal(can(ana, { deletedAt: daysAgo(1) }), '')
})

test('who asked corrects what is new or only being approved, until somebody of the desk has it', () => {
  const nobody = { assignedToId: null }
  const cases: [Partial<Standing>, boolean][] = [
    [{ status: 'SUBMITTED', ...nobody }, true],
    [{ status: 'IN_REVIEW', reviewKind: 'APPROVAL', ...nobody }, true],
    [{ status: 'ACTION_REQUIRED', reviewKind: 'APPROVAL', ...nobody }, true],
    [{ status: 'IN_REVIEW', reviewKind: 'APPROVAL' }, false],
    [{ status: 'IN_REVIEW', reviewKind: 'TRIAGE', ...nobody }, false],
    [{ status: 'ACTION_REQUIRED', ...nobody }, false],
    [{ status: 'APPROVED', ...nobody }, false],
    [{ status: 'IN_PROGRESS', ...nobody }, false],
    [{ status: 'REJECTED', ...nobody }, false],
  ]
  for (const [more, may] of cases)
    assert.equal(whyNot('update', jorge, request(more), now) === null, may, JSON.stringify(more))
})

test('the sentence for the wrong person and for the wrong moment', () => {
  const cases: [Parameters<typeof whyNot>[0], Person, Partial<Standing>, string][] = [
    ['note', jorge, {}, 'forbidden: Only the desk that works on it can do that.'],
    ['take', luis, {}, 'forbidden: Somebody has it. Only a supervisor can take it from them.'],
    ['take', ana, {}, 'state: You have it already.'],
    ['take', elena, {}, 'forbidden: Only who works at this desk can take it.'],
    [
      'assign',
      luis,
      {},
      'forbidden: Somebody has it. Only a supervisor can give it to somebody else or put it back to the queue.',
    ],
    ['assign', jorge, {}, 'forbidden: Only the desk that works on it can do that.'],
    [
      'assign',
      ana,
      { closedAt: daysAgo(1), status: 'RESOLVED' },
      'state: This request is closed. Reopen it first.',
    ],
    ['confirm', ana, { status: 'RESOLVED' }, 'forbidden: Only who asked for it can do that.'],
    ['update', jorge, {}, 'state: The desk has begun with it. Tell them in a reply.'],
    ['update', nuria, {}, 'forbidden: Only the desk that works on it can do that.'],
    ['close', sofia, {}, 'state: Only a resolved or rejected request can be closed.'],
    ['close', sofia, { status: 'RESOLVED', closedAt: daysAgo(1) }, 'state: This request is closed already.'],
    ['reopen', ana, {}, 'state: Only a resolved request can be reopened.'],
    ['withdraw', jorge, { status: 'REJECTED' }, 'state: This request is settled already.'],
    [
      'comment',
      jorge,
      { status: 'RESOLVED', closedAt: daysAgo(1) },
      'state: This request is closed. Reopen it first.',
    ],
    [
      'comment',
      jorge,
      { status: 'RESOLVED', closedAt: daysAgo(20) },
      'state: This request is closed and stays so. Ask for it in a new one.',
    ],
    ['comment', ana, { deletedAt: daysAgo(1) }, 'state: This request is in the trash. Restore it first.'],
    ['restore', sofia, {}, 'state: This request is not in the trash.'],
  ]
  for (const [action, who, more, expected] of cases) {
    const why = whyNot(action, who, request(more), now)
    assert.equal(why && `${why.code}: ${why.sentence}`, expected, `${who.id} ${action}`)
  }
})

test('a snippet counts characters, not halves of them', () => {
  assert.equal(snippetOf(null), null)
  assert.equal(snippetOf('😀'.repeat(300)), '😀'.repeat(200))
  assert.equal(snippetOf('short'), 'short')
})
