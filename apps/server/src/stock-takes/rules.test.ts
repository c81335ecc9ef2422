import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Counted, verdictOf } from './rules.ts'

const [here, there] = ['here', 'there']
type Now = Parameters<typeof verdictOf>[1]
const lies: Now = {
  status: 'IN_STOCK',
  subStatus: 'AVAILABLE',
  personId: null,
  parentAssetId: null,
  locationId: here,
}
const line = (state: Counted['state'], found: string | null, now: Now = lies): Counted => ({
  state,
  expectedLocationId: state === 'UNEXPECTED' ? null : now.locationId,
  foundLocationId: found,
  held: state === 'UNEXPECTED' ? null : now,
})

describe('what the register is to say', () => {
  const withJorge: Now = {
    ...lies,
    status: 'DEPLOYED',
    subStatus: 'NORMAL',
    personId: 'jorge',
    locationId: null,
  }
  const cases: [what: string, item: Counted, now: Now, kind: string | null][] = [
    ['found where it should be', line('FOUND', here), lies, null],
    ['found, without a place', line('FOUND', null), lies, null],
    ['found elsewhere', line('FOUND', there), lies, 'MOVED'],
    ['confirmed by who has it', line('SELF_CONFIRMED', null, withJorge), withJorge, null],
    ['not found', line('MISSING', null), lies, 'MISSING'],
    ['not found, with somebody', line('MISSING', null, withJorge), withJorge, 'MISSING'],
    ['not found, handed out meanwhile', line('MISSING', null), withJorge, 'LEFT'],
    ['not found, sent off meanwhile', line('MISSING', null), { ...lies, status: 'IN_TRANSIT' }, 'LEFT'],
    ['of somebody, seen in a room', line('FOUND', there, withJorge), withJorge, null],
    ['not expected, from another place', line('UNEXPECTED', there), lies, 'MOVED'],
    ['not expected, there already', line('UNEXPECTED', here), lies, null],
    ['not expected, with somebody', line('UNEXPECTED', there), withJorge, 'LEFT'],
    ['not expected, part of something', line('UNEXPECTED', there), { ...lies, parentAssetId: 'box' }, 'LEFT'],
    ['not expected, on legal hold', line('UNEXPECTED', there), { ...lies, subStatus: 'LEGAL_HOLD' }, 'LEFT'],
    ['not expected, no place said', line('UNEXPECTED', null), lies, 'LEFT'],
    ['lost and found', line('UNEXPECTED', there), { ...lies, status: 'MISSING', subStatus: 'LOST' }, 'FOUND'],
    [
      'retired and found',
      line('UNEXPECTED', there),
      { ...lies, status: 'RETIRED', subStatus: 'SOLD' },
      'LEFT',
    ],
  ]
  for (const [what, item, now, kind] of cases)
    test(`${what}: ${kind ?? 'nothing'}`, () => assert.equal(verdictOf(item, now)?.kind ?? null, kind))
})
