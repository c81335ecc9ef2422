import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualPriorityNames } from '@deskhand/contract'
import { setReader } from '../ui/time.ts'
import { setPriorityNames } from '../ui/words.ts'
import { deedOf, type Entry, factsOf, fieldName, valueWords } from './values.ts'

setReader('Europe/Madrid', null)
const now = new Date('2026-11-20T10:44:00Z')
const ana = '0196194e-d940-7009-8212-6516059862da'
const desk = '01961922-4b00-774a-b4ee-6e1fe0626ac7'
const names = { [ana]: 'Ana Ruiz', [desk]: 'IT support' }

test('says values as people read them', () => {
  const cases: [unknown, string | null][] = [
    [null, null],
    ['', null],
    [[], null],
    [true, 'yes'],
    [3, '3'],
    ['IN_PROGRESS', 'In progress'],
    ['VENDOR', 'Supplier'],
    ['Room Ebro', 'Room Ebro'],
    [ana, 'Ana Ruiz'],
    ['0196194e-d940-7009-8212-000000000000', '0196194e'],
    ['2026-11-20T09:42:00.000Z', '20 Nov, 10:42'],
    ['2025-02-01T09:42:00+00:00', '1 Feb 2025, 10:42'],
    [['vpn', 'vip'], 'vpn, vip'],
    [[{ role: 'technician', serviceDeskId: desk }], 'technician of IT support'],
    [[{ role: 'admin', serviceDeskId: null }], 'admin'],
    [{ reason: 'No budget', until: null }, 'Reason: No budget'],
  ]
  for (const [value, expected] of cases) assert.equal(valueWords(value, names, now), expected)
  setPriorityNames({ ...usualPriorityNames, HIGH: 'Do first' })
  assert.equal(valueWords('HIGH', names, now, 'priority'), 'Do first')
  assert.equal(valueWords('HIGH', names, now, 'urgency'), 'High')
  assert.equal(valueWords('WITHDRAWN', names, now, 'resolutionCode'), 'Withdrawn')
  assert.equal(valueWords('NO_RESPONSE', names, now, 'resolutionCode'), 'No response')
  assert.equal(valueWords('PRINTER', names, now, 'summary'), 'PRINTER')
})

test('calls fields by name, and spells out those it does not know', () => {
  assert.equal(fieldName('assignedToId'), 'Assignee')
  assert.equal(fieldName('someNewField'), 'Some new field')
  assert.equal(fieldName('vendorId'), 'Vendor')
})

const entry: Entry = {
  id: '1',
  at: '2026-11-20T09:42:00Z',
  name: 'request.moved',
  words: 'Ana Ruiz moved IT-4921 to waiting',
  actorId: ana,
  actorName: 'Ana Ruiz',
  actorKind: 'person',
  subjectType: 'request',
  subjectId: null,
  subjectRef: 'IT-4921',
  data: {
    to: 'WAITING',
    from: 'IN_PROGRESS',
    details: { reason: 'Part ordered' },
    activityId: ana,
    status: 'x',
  },
  changes: { status: ['IN_PROGRESS', 'WAITING'] },
  names,
  ip: null,
  requestId: null,
  causedById: null,
}

test('tells beside the changes only what they do not say', () => {
  assert.deepEqual(factsOf(entry, now), [{ label: 'Reason', value: 'Part ordered' }])
})

test('takes the actor out of a sentence that stands beside them', () => {
  assert.equal(deedOf(entry), 'moved IT-4921 to waiting')
  assert.equal(deedOf({ ...entry, actorName: null, words: 'Deskhand closed FIN-8' }), 'closed FIN-8')
})
