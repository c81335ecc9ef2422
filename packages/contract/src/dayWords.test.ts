import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayWords, joinDays } from './dayWords.ts'
import { fieldFaults } from './formRules.ts'

for (const [from, until, expected] of [
  ['2027-02-03', '2027-02-07', '3–7 Feb 2027'],
  ['2027-02-03', '2027-02-03', '3 Feb 2027'],
  ['2027-03-30', '2027-04-02', '30 Mar – 2 Apr 2027'],
  ['2026-12-28', '2027-01-04', '28 Dec 2026 – 4 Jan 2027'],
] as const) {
  test(expected, () =>
    assert.equal(
      joinDays(`Holiday, ${dayWords(from)}–${dayWords(until)}, by train`),
      `Holiday, ${expected}, by train`,
    ),
  )
}

test('what is no day stays as it is', () => {
  assert.equal(dayWords('2027-13-40'), '2027-13-40')
  assert.equal(joinDays('3–7 boxes, 12 Rue 2027–13'), '3–7 boxes, 12 Rue 2027–13')
})

test('what refuses a day says its bound as people write it', () => {
  const field = {
    key: 'until',
    type: 'date' as const,
    label: 'Last day',
    isRequired: true,
    isEncrypted: false,
    notBefore: { answer: 'from' },
    notAfter: 'today' as const,
  }
  const faults = (until: string) =>
    fieldFaults(field, until, { from: '2027-01-05' }, '2027-02-01').map(({ message }) => message)
  assert.deepEqual(faults('2027-01-04'), ['Not before 5 Jan 2027.'])
  assert.deepEqual(faults('2027-02-02'), ['Not after today.'])
  assert.deepEqual(faults('2027-01-05'), [])
})
