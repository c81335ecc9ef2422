import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { officeHours, workdaysIn } from '../platform/clock/businessTime.ts'
import { type Allowance, balancesOf, type Leave, refusalToCancel } from './rules.ts'

const calendar = officeHours('Europe/Madrid')
const types = [{ value: 'ANNUAL', label: 'Holiday' }]
const take = (fromDate: string, untilDate: string, state: Leave['state'] = 'GRANTED'): Leave => ({
  leaveType: 'ANNUAL',
  fromDate,
  untilDate,
  state,
})
const balance = (leaves: Leave[], allowances: Allowance[] = [], year = 2027, today = '2027-06-15') =>
  balancesOf(types, leaves, allowances, { calendar, year, today })[0]

describe('days of leave in a year', () => {
  const cases: [string, Leave[], [taken: number, planned: number, asked: number]][] = [
    ['none', [], [0, 0, 0]],
    ['gone by', [take('2027-02-01', '2027-02-05')], [5, 0, 0]],
    ['still to come', [take('2027-08-02', '2027-08-13')], [0, 10, 0]],
    ['one that lasts just now', [take('2027-06-14', '2027-06-16')], [1, 2, 0]],
    ['only asked for', [take('2027-08-02', '2027-08-03', 'ASKED')], [0, 0, 2]],
    ['cancelled', [take('2027-08-02', '2027-08-03', 'CANCELLED')], [0, 0, 0]],
    ['across the year', [take('2026-12-30', '2027-01-04')], [2, 0, 0]],
    ['of another year', [take('2026-12-28', '2026-12-31')], [0, 0, 0]],
    ['of another kind', [{ ...take('2027-02-01', '2027-02-05'), leaveType: 'SICK' }], [0, 0, 0]],
  ]
  for (const [name, leaves, counted] of cases) {
    test(name, () => {
      const found = balance(leaves)
      assert.deepEqual([found?.taken, found?.planned, found?.asked], counted)
      assert.deepEqual([found?.allowed, found?.left], [null, null])
    })
  }
})

describe('how many there are', () => {
  const rule = (year: number, days: number, isOwn = false): Allowance => ({
    leaveType: 'ANNUAL',
    year,
    days,
    isOwn,
  })
  const cases: [string, Allowance[], number | null][] = [
    ['nobody said', [], null],
    ['this year', [rule(2027, 23)], 23],
    ['an older year holds on', [rule(2025, 22), rule(2026, 23)], 23],
    ['a later one does not yet', [rule(2028, 25)], null],
    ['their own goes before everybody’s', [rule(2027, 23), rule(2024, 27.5, true)], 27.5],
    ['of another kind', [{ ...rule(2027, 23), leaveType: 'SICK' }], null],
  ]
  for (const [name, allowances, allowed] of cases) {
    test(name, () => {
      const found = balance([take('2027-02-01', '2027-02-05')], allowances)
      assert.equal(found?.allowed, allowed)
      assert.equal(found?.left, allowed === null ? null : allowed - 5)
    })
  }
})

test('whatever the days, the years of a leave add up to its working days', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => {
    return new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
  })
  fc.assert(
    fc.property(day, day, day, (one, other, today) => {
      const [from = '', until = ''] = [one, other].sort()
      const years = [2025, 2026, 2027, 2028, 2029].map((year) =>
        balance([take(from, until)], [], year, today),
      )
      const counted = years.reduce((sum, found) => sum + (found?.taken ?? 0) + (found?.planned ?? 0), 0)
      assert.equal(counted, workdaysIn(calendar, from, until).length)
    }),
    { numRuns: 60 },
  )
})

describe('cancelling', () => {
  const cases: [string, Pick<Leave, 'fromDate' | 'state'> | undefined, RegExp | null][] = [
    ['granted and to come', { fromDate: '2027-06-16', state: 'GRANTED' }, null],
    ['begins today', { fromDate: '2027-06-15', state: 'GRANTED' }, /has begun/],
    ['only asked for', { fromDate: '2027-08-02', state: 'ASKED' }, /Withdraw it/],
    ['cancelled', { fromDate: '2027-08-02', state: 'CANCELLED' }, /already/],
    ['rejected', undefined, /not granted/],
  ]
  for (const [name, leave, refusal] of cases) {
    test(name, () => {
      const found = refusalToCancel(leave, '2027-06-15')
      if (refusal) assert.match(found ?? '', refusal)
      else assert.equal(found, null)
    })
  }
})
