import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf, isNameOf, isRemindedLately, type Signing, whyOver } from './rules.ts'

test('a name is the same in other letters of the same meaning', () => {
  assert.ok(isNameOf('  marta   GIL ', 'Marta Gil'))
  assert.ok(isNameOf('Sofı́a'.normalize('NFD'), 'Sofı́a'))
  assert.ok(!isNameOf('Marta', 'Marta Gil'))
})

test('what is over says how', () => {
  assert.equal(whyOver({ state: 'PENDING' }), null)
  for (const state of ['ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'RECEIVED', 'VOID'] as const)
    assert.ok(whyOver({ state }))
})

test('four hours lie between two reminders', () => {
  const now = new Date('2026-11-20T12:00:00Z')
  const cases: [string | null, boolean][] = [
    [null, false],
    ['2026-11-20T08:00:01Z', true],
    ['2026-11-20T08:00:00Z', false],
  ]
  for (const [remindedAt, expected] of cases) assert.equal(isRemindedLately({ remindedAt }, now), expected)
})

test('each word of what was agreed to, and how, changes the hash', () => {
  const asked = {
    id: 'a',
    person: { id: 'm', name: 'Marta' },
    askedAt: '2026-11-20T12:00:00.000Z',
    policies: [{ category: 'Laptops', version: 1, text: 'Mind it.' }],
    things: [
      { assetId: 't', assetTag: 'LT-1', name: 'X1', serialNumber: null, condition: null, endedAt: null },
    ],
  }
  const signing: Signing = {
    name: 'Marta',
    strokes: null,
    via: 'APP',
    witnessId: null,
    at: '2026-11-20T13:00:00.000Z',
  }
  const hash = hashOf(asked, signing).toString('hex')
  assert.equal(hashOf(structuredClone(asked), { ...signing }).toString('hex'), hash)
  const others = [
    hashOf({ ...asked, policies: [{ category: 'Laptops', version: 1, text: 'Mind it!' }] }, signing),
    hashOf({ ...asked, person: { id: 'm', name: 'Mara' } }, signing),
    hashOf({ ...asked, things: asked.things.map((one) => ({ ...one, assetTag: 'LT-2' })) }, signing),
    hashOf(asked, { ...signing, at: '2026-11-20T13:00:00.001Z' }),
    hashOf({ ...asked, receipt: { note: null } }, signing),
    hashOf({ ...asked, receipt: { note: 'Scratched' } }, signing),
    hashOf(asked, {
      ...signing,
      strokes: [
        [
          [1, 1],
          [2, 2],
        ],
      ],
    }),
  ]
  assert.equal(new Set([hash, ...others.map((one) => one.toString('hex'))]).size, 8)
})
