import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPreferences, preferencesOf, wants } from './preferences.ts'
import { type Said, type ToldEvent, toldOf } from './rules.ts'

const request = {
  requesterId: 'asker',
  createdById: 'maker',
  assignedToId: 'worker',
  assignedTeamId: 'team',
  serviceDeskId: 'desk',
}
const free = { ...request, assignedToId: null }

const cases: [
  what: string,
  name: ToldEvent,
  actorId: string | null,
  data: Said,
  of: typeof free | typeof request,
  told: string[],
][] = [
  [
    'a new request',
    'request.created',
    'asker',
    {},
    free,
    ['asker asked request_received', 'maker opened request_received', 'desk desk request_new'],
  ],
  [
    'a new request that somebody has',
    'request.created',
    'asker',
    {},
    request,
    ['asker asked request_received', 'maker opened request_received'],
  ],
  [
    'a reply of the desk',
    'request.replied',
    'worker',
    { byRequester: false },
    request,
    ['asker asked request_replied', 'maker opened request_replied'],
  ],
  [
    'a reply of who asked',
    'request.replied',
    'asker',
    { byRequester: true },
    request,
    ['asker asked request_replied', 'maker opened request_replied', 'worker has request_replied'],
  ],
  [
    'a reply of who opened it',
    'request.replied',
    'maker',
    { byRequester: false },
    request,
    ['asker asked request_replied', 'maker opened request_replied', 'worker has request_replied'],
  ],
  ['a note', 'request.noted', 'leader', {}, request, ['worker has request_noted']],
  [
    'a step for who has it',
    'request.escalated',
    null,
    { whom: 'ASSIGNEE' },
    request,
    ['worker has request_escalated'],
  ],
  [
    'a step for supervisors',
    'request.escalated',
    null,
    { whom: 'SUPERVISORS' },
    request,
    ['desk supervisors request_escalated'],
  ],
  ['a step that tells nobody', 'request.escalated', null, { whom: null }, request, []],
  ['a note nobody has', 'request.noted', 'leader', {}, free, []],
  [
    'an assignment',
    'request.assigned',
    'leader',
    { assignedToId: 'worker', assignedTeamId: 'team' },
    request,
    ['worker has request_assigned'],
  ],
  [
    'an assignment that was changed since',
    'request.assigned',
    'leader',
    { assignedToId: 'other', assignedTeamId: null },
    request,
    [],
  ],
  [
    'a team',
    'request.assigned',
    'leader',
    { assignedToId: null, assignedTeamId: 'team' },
    free,
    ['team team request_new'],
  ],
  ['putting back', 'request.assigned', 'worker', { assignedToId: null, assignedTeamId: null }, free, []],
  [
    'a move of the desk',
    'request.moved',
    'worker',
    { from: 'SUBMITTED', to: 'IN_PROGRESS' },
    request,
    ['asker asked request_moved', 'maker opened request_moved'],
  ],
  [
    'a reopening',
    'request.moved',
    'asker',
    { from: 'RESOLVED', to: 'IN_PROGRESS' },
    request,
    ['asker asked request_moved', 'maker opened request_moved', 'worker has request_moved'],
  ],
  [
    'an answer',
    'request.moved',
    'asker',
    { from: 'ACTION_REQUIRED', to: 'IN_PROGRESS' },
    request,
    ['asker asked request_moved', 'maker opened request_moved'],
  ],
  [
    'a timer',
    'request.moved',
    null,
    { from: 'ACTION_REQUIRED', to: 'RESOLVED' },
    request,
    ['asker asked request_moved', 'maker opened request_moved', 'worker has request_moved'],
  ],
  ['a proposed correction', 'correction.proposed', 'admin', {}, request, ['desk leads correction_proposed']],
  [
    'closing',
    'request.closed',
    'leader',
    {},
    request,
    ['asker asked request_moved', 'maker opened request_moved'],
  ],
]
for (const [what, name, actorId, data, of, told] of cases) {
  test(`${what} concerns ${told.length || 'nobody'}`, () => {
    const { people, group } = toldOf({ name, actorId, data }, of)
    const lines = people.map(({ personId, because, kind }) => `${personId} ${because} ${kind}`)
    assert.deepEqual(group ? [...lines, `${group.id} ${group.of} ${group.kind}`] : lines, told)
  })
}

test('what nobody chose is as by default, and a note never leaves by mail', () => {
  assert.deepEqual(preferencesOf({}), defaultPreferences)
  const all = { inApp: true, email: true }
  const chosen = preferencesOf({
    kinds: { ...defaultPreferences.kinds, request_new: all, request_noted: all },
  })
  assert.equal(wants(chosen, 'request_new', 'email'), true)
  assert.equal(wants(chosen, 'request_noted', 'email'), false)
  assert.equal(wants({}, 'request_new', 'email'), false)
})
