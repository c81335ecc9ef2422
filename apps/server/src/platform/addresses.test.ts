import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isIn, isPublic, networksOf } from './addresses.ts'

describe('what is no part of the public internet', () => {
  const inside = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ...['172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '192.0.2.1', '198.51.100.7', '203.0.113.9'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
    ],
    ...[
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '2001:db8::1',
      '2001::1',
      '2002:7f00:1::',
    ],
    ...['', 'localhost', '127.1', '0x7f000001'],
  ]
  for (const address of inside) test(address || 'nothing', () => assert.equal(isPublic(address), false))
})

describe('what is', () => {
  const outside = [
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4003:80a::200e',
  ]
  for (const address of outside) test(address, () => assert.equal(isPublic(address), true))
})

test('networks that whoever runs the installation names', () => {
  const networks = networksOf(['10.20.0.0/16', '127.0.0.1', 'fd12::/16'])
  assert.deepEqual(
    ['10.20.3.4', '10.21.0.1', '127.0.0.1', '127.0.0.2', 'fd12::9', 'fd13::9', '::ffff:10.20.3.4'].map(
      (one) => isIn(networks, one),
    ),
    [true, false, true, false, true, false, true],
  )
  for (const wrong of ['10.0.0.0/33', 'intranet', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/-1', ''])
    assert.throws(() => networksOf([wrong]), /is no network/)
})
