import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  backAs,
  type Receiver,
  refusalOfReceiver,
  refusalToHandOut,
  refusalToMove,
  refusalToTakeBack,
} from './rules.ts'

const thing = {
  assetTag: 'LT-1',
  status: 'IN_STOCK',
  subStatus: 'AVAILABLE',
  personId: null,
  parentAssetId: null,
  locationId: 'store',
} as const
type Thing = Parameters<typeof refusalToHandOut>[0]
const marta: Receiver = { kind: 'person', id: 'marta', name: 'Marta', isHere: true }
const room: Receiver = { kind: 'place', id: 'room', name: 'Room 4', isUsed: true }
const dock: Receiver = { kind: 'thing', id: 'dock', name: 'DK-1', isUsed: true, isInside: false }

describe('handing out', () => {
  const cases: [string, Partial<Thing>, RegExp | null][] = [
    ['what is available', {}, null],
    ['what is reserved for them', { subStatus: 'RESERVED', personId: 'marta' }, null],
    ['what is reserved for nobody by name', { subStatus: 'RESERVED' }, null],
    ['what is reserved for another', { subStatus: 'RESERVED', personId: 'luis' }, /reserved for Luis/],
    ['what another has', { status: 'DEPLOYED', subStatus: 'NORMAL', personId: 'luis' }, /is with Luis/],
    ['what is in use and nobody has', { status: 'DEPLOYED', subStatus: 'NORMAL', locationId: null }, null],
    ['what is in use in a place', { status: 'DEPLOYED', subStatus: 'NORMAL' }, /is with Luis/],
    ['what nobody looked at', { subStatus: 'TO_INSPECT' }, /not looked at/],
    ['what bears data', { subStatus: 'TO_WIPE' }, /must be wiped/],
    ['what is defective', { subStatus: 'DEFECTIVE' }, /defective/],
    ['what goes to another place', { subStatus: 'TO_TRANSFER' }, /another place/],
    ['what is to be disposed of', { subStatus: 'TO_DISPOSE' }, /disposed/],
    ['what is on legal hold', { subStatus: 'LEGAL_HOLD' }, /legal hold/],
    ['what goes back to its lessor', { subStatus: 'LEASE_RETURN' }, /lessor/],
    ['what arrives', { status: 'IN_TRANSIT', subStatus: null }, null],
    ['what was repaired', { status: 'IN_MAINTENANCE', subStatus: 'INTERNAL' }, null],
    ['what is ordered', { status: 'ORDERED', subStatus: null }, /ordered thing cannot/],
    ['what is missing', { status: 'MISSING', subStatus: 'LOST' }, /missing thing cannot/],
    ['what is retired', { status: 'RETIRED', subStatus: 'SOLD' }, /retired thing cannot/],
    ['what is void', { status: 'VOID', subStatus: null }, /void thing cannot/],
  ]
  for (const [what, change, expected] of cases)
    test(what, () => {
      const refusal = refusalToHandOut({ ...thing, ...change }, marta, 'Luis')
      if (expected) assert.match(refusal?.sentence ?? '', expected)
      else assert.equal(refusal, null)
    })
})

describe('who may get it', () => {
  const cases: [string, Receiver, RegExp | null][] = [
    ['somebody who is here', marta, null],
    ['somebody who left', { ...marta, isHere: false }, /not here any more/],
    ['a place', room, null],
    ['a place that is used no more', { ...room, isUsed: false }, /not used any more/],
    ['another thing', dock, null],
    ['a thing that is part of it', { ...dock, isInside: true }, /part of itself/],
    ['a thing that is retired', { ...dock, isUsed: false }, /not in use/],
  ]
  for (const [what, to, expected] of cases)
    test(what, () => {
      const refusal = refusalOfReceiver(thing, to)
      if (expected) assert.match(refusal ?? '', expected)
      else assert.equal(refusal, null)
    })
})

describe('taking back and moving on', () => {
  test('only what is out or on its way comes back', () => {
    const back = (status: Thing['status']) =>
      refusalToTakeBack({ assetTag: 'LT-1', status })?.sentence ?? null
    assert.equal(back('DEPLOYED'), null)
    assert.equal(back('IN_TRANSIT'), null)
    for (const status of ['ORDERED', 'IN_STOCK', 'IN_MAINTENANCE', 'MISSING', 'RETIRED', 'VOID'] as const)
      assert.match(back(status) ?? '', /cannot be taken back/)
  })
  test('to be wiped where it bears data, else to be looked at', () => {
    assert.deepEqual([backAs({ bearsData: true }), backAs({ bearsData: false })], ['TO_WIPE', 'TO_INSPECT'])
  })
  const cases: [string, Partial<Thing>, Receiver, RegExp | null][] = [
    ['from hand to hand', { status: 'DEPLOYED', subStatus: 'NORMAL', personId: 'luis' }, marta, null],
    [
      'to who has it already',
      { status: 'DEPLOYED', subStatus: 'NORMAL', personId: 'marta' },
      marta,
      /already/,
    ],
    ['from store to store', {}, room, null],
    ['to where it is', { locationId: 'room' }, room, /already/],
    ['from stock to a person', {}, marta, /Check it out/],
    ['what is on hold', { subStatus: 'LEGAL_HOLD' }, room, /legal hold/],
    ['what is lost', { status: 'MISSING', subStatus: 'LOST' }, room, /missing/],
    [
      'from a person to the place where they sit',
      { status: 'DEPLOYED', personId: 'luis', locationId: 'room' },
      room,
      null,
    ],
  ]
  for (const [what, change, to, expected] of cases)
    test(what, () => {
      const refusal = refusalToMove({ ...thing, ...change }, to)
      if (expected) assert.match(refusal?.sentence ?? '', expected)
      else assert.equal(refusal, null)
    })
})
