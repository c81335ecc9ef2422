import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf } from './attempts.ts'

const places: [string, string][] = [
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:0db8:0001:0002:bbbb:cccc:dddd:eeee', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
]
for (const [ip, place] of places) {
  test(`${ip} is counted as ${place}`, () => assert.equal(placeOf(ip), place))
}
