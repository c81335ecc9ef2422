import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { keyOf, titleOf } from '../software/rules.ts'
import { dayOf } from './agent/lines.ts'
import { type Candidate, judge, kindOf, makerOf, readMac, readSerial, readUuid } from './rules.ts'

const candidate = (assetId: string, by: Candidate['by'], more: Partial<Candidate> = {}): Candidate => ({
  assetId,
  by,
  serials: [],
  uuids: [],
  ...more,
})
const order = ['UUID', 'SERIAL', 'MAC'] as const
const signs = { uuid: 'u-1', serial: 'S1', macs: ['m'] }

describe('which thing a device is', () => {
  const cases: [string, Candidate[], ReturnType<typeof judge>][] = [
    ['nothing shares a sign', [], { is: 'none' }],
    ['its UUID', [candidate('a', 'UUID')], { is: 'match', assetId: 'a', by: 'UUID' }],
    [
      'its serial number, where the UUID is not known',
      [candidate('a', 'SERIAL', { serials: ['S1'] })],
      { is: 'match', assetId: 'a', by: 'SERIAL' },
    ],
    [
      'the surest sign first',
      [candidate('b', 'SERIAL'), candidate('a', 'UUID')],
      { is: 'match', assetId: 'a', by: 'UUID' },
    ],
    [
      'two of one serial number',
      [candidate('a', 'SERIAL'), candidate('b', 'SERIAL')],
      { is: 'several', by: 'SERIAL', assetIds: ['a', 'b'] },
    ],
    [
      'its UUID, with another serial number',
      [candidate('a', 'UUID', { serials: ['OTHER'] })],
      { is: 'contradiction', by: 'UUID', assetId: 'a', differs: 'SERIAL' },
    ],
    [
      'its serial number, with another UUID',
      [candidate('a', 'SERIAL', { uuids: ['u-2'] })],
      { is: 'contradiction', by: 'SERIAL', assetId: 'a', differs: 'UUID' },
    ],
    [
      'a network card that came from another machine',
      [candidate('a', 'MAC', { serials: ['OTHER'] })],
      { is: 'none' },
    ],
    ['a network card alone', [candidate('a', 'MAC')], { is: 'match', assetId: 'a', by: 'MAC' }],
  ]
  for (const [name, candidates, verdict] of cases)
    test(name, () => assert.deepEqual(judge(signs, candidates, order), verdict))

  test('signs that the rules leave out say nothing', () => {
    assert.deepEqual(judge(signs, [candidate('a', 'MAC')], ['UUID']), { is: 'none' })
  })
})

test('serial numbers that stand for nothing are none', () => {
  for (const blank of [
    '',
    '0',
    '00000000',
    'None',
    'To Be Filled By O.E.M.',
    'Default string',
    'System Serial Number',
  ])
    assert.equal(readSerial(blank), null, blank)
  assert.equal(readSerial(' 640HP72 '), '640HP72')
  assert.equal(readSerial('shared-1', ['SHARED-1']), null)
})

test('UUIDs of nobody are none', () => {
  for (const blank of ['', '00000000-0000-0000-0000-000000000000', '03000200-0400-0500-0006-000700080009'])
    assert.equal(readUuid(blank), null, blank)
  assert.equal(readUuid('4C4C4544-0034-3010-8048-B6C04F503732'), '4c4c4544-0034-3010-8048-b6c04f503732')
})

test('network cards that software made up are none', () => {
  for (const made of [
    '02:42:ac:11:00:02',
    '33:33:00:00:00:01',
    '00:00:00:00:00:00',
    'ff:ff:ff:ff:ff:ff',
    'x',
  ])
    assert.equal(readMac(made), null, made)
  assert.equal(readMac('8C-60-4F-8D-AE-FC'), '8c:60:4f:8d:ae:fc')
})

test('what kind of thing it is, by its case', () => {
  const of = (chassis: string | null, virtualization: string | null = 'Physical', itemType = 'Computer') =>
    kindOf({ itemType, chassis, virtualization, type: null })
  assert.deepEqual(
    [of('Notebook'), of('Rack Mount Chassis'), of(null), of('Tower'), of('Other', 'KVM'), of('Convertible')],
    ['LAPTOP', 'SERVER', 'DESKTOP', 'DESKTOP', 'VIRTUAL', 'TABLET'],
  )
  assert.deepEqual([of(null, null, 'Printer'), of(null, null, 'Unmanaged')], ['PRINTER', 'OTHER'])
})

test('makers by one name', () => {
  const makers = ['Dell Inc.', 'LENOVO', 'Cisco Systems, Inc.', 'Hewlett-Packard', 'ASUSTeK COMPUTER INC.']
  assert.deepEqual(makers.map(makerOf), ['Dell', 'LENOVO', 'Cisco Systems', 'Hewlett-Packard', 'ASUSTeK'])
})

test('titles without their versions', () => {
  const cases: [string, string, string][] = [
    ['Mozilla Firefox 128.0 (x64 en-US)', '128.0', 'Mozilla Firefox'],
    ['7-Zip 24.07 (x64)', '24.07', '7-Zip'],
    ['Python 3.11.4 (64-bit)', '3.11.4150.0', 'Python'],
    [
      'Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.40.33810',
      '14.40.33810',
      'Microsoft Visual C++ 2015-2022 Redistributable',
    ],
    ['python3.11', '3.11.2-6', 'python3.11'],
    ['Windows 10', '', 'Windows 10'],
    ['1.2.3', '1.2.3', '1.2.3'],
  ]
  for (const [reported, version, title] of cases) assert.equal(titleOf(reported, version), title, reported)
  assert.equal(keyOf('Mozilla FIREFOX'), 'mozilla firefox')
})

test('days in the ways that agents write them', () => {
  assert.deepEqual(
    ['2019-12-19', '19/12/2019', '2019-12-19 10:00:00', '2019-02-31', '20191219', null].map(dayOf),
    ['2019-12-19', '2019-12-19', '2019-12-19', null, null, null],
  )
})
