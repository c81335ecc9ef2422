import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Bound, boundOf, changesOf, fingerprintOf, isStill } from './fingerprint.ts'

const money = (amount: number, currency = 'EUR') => ({ amount: String(amount), currency })
const asked = {
  requesterId: 'r',
  requestTypeId: 't',
  formVersionId: 'f',
  summary: 's',
  description: null,
  secretMarks: {},
}
const of = (customFields: Record<string, unknown>, boundTo: string[] | null = null): Bound =>
  boundOf({ ...asked, customFields }, { boundTo })

test('does not depend on the order of the answers, and on nothing that is not answered', () => {
  assert.equal(
    fingerprintOf(of({ a: 1, b: { amount: '5', currency: 'EUR' } })),
    fingerprintOf(of({ b: { currency: 'EUR', amount: '5' }, a: 1, c: null })),
  )
})

test('anything else that is another is another fingerprint', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean())
  const answers = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), value, { maxKeys: 6 })
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const isSame =
        JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
      assert.equal(fingerprintOf(of(one)) === fingerprintOf(of(other)), isSame)
    }),
  )
})

const laptop = of({ hardwareName: 'Laptop', estimatedPrice: money(100_000) })
for (const [name, now, tolerance, still] of [
  ['the same', of({ hardwareName: 'Laptop', estimatedPrice: money(100_000) }), 0, true],
  ['a cent more', of({ hardwareName: 'Laptop', estimatedPrice: money(100_001) }), 0, false],
  ['ten percent more of ten', of({ hardwareName: 'Laptop', estimatedPrice: money(110_000) }), 10, true],
  ['a cent more than that', of({ hardwareName: 'Laptop', estimatedPrice: money(110_001) }), 10, false],
  ['ten percent less of ten', of({ hardwareName: 'Laptop', estimatedPrice: money(90_000) }), 10, true],
  ['another currency', of({ hardwareName: 'Laptop', estimatedPrice: money(100_000, 'USD') }), 10, false],
  ['another thing', of({ hardwareName: 'Tablet', estimatedPrice: money(100_000) }), 10, false],
  ['no price at all', of({ hardwareName: 'Laptop' }), 10, false],
] as const) {
  test(`${name}: ${still ? 'still agreed to' : 'not what was agreed to'}`, () => {
    assert.equal(isStill(laptop, now, tolerance), still)
  })
}

test('only the answers that the policy binds count, and the amount always', () => {
  const before = of({ color: 'red', total: money(5) }, [])
  assert.ok(isStill(before, of({ color: 'blue', total: money(5) }, []), 0))
  assert.ok(!isStill(before, of({ color: 'red', total: money(6) }, []), 0))
})

test('tells what changed, without saying it twice', () => {
  const now = of({ hardwareName: 'Laptop', estimatedPrice: money(120_000) })
  assert.deepEqual(changesOf(laptop, now), [
    { field: 'estimatedPrice', before: money(100_000), after: money(120_000) },
  ])
})

const sealedAs = (secretMarks: Record<string, string>, boundTo: string[] | null = null) =>
  boundOf({ ...asked, customFields: {}, secretMarks }, { boundTo })

test('another encrypted answer is not what was agreed to, and only that it changed is told', () => {
  const [before, now] = [sealedAs({ iban: 'aa', taxNumber: 'cc' }), sealedAs({ iban: 'bb', taxNumber: 'cc' })]
  assert.ok(!isStill(before, now, 50))
  assert.notEqual(fingerprintOf(before), fingerprintOf(now))
  assert.deepEqual(changesOf(before, now), [{ field: 'iban', before: '(encrypted)', after: '(encrypted)' }])
  assert.deepEqual(changesOf(sealedAs({}), now).at(0), { field: 'iban', before: null, after: '(encrypted)' })
  assert.ok(isStill(sealedAs({ iban: 'aa' }, ['total']), sealedAs({ iban: 'bb' }, ['total']), 0))
})

test('what has no form is agreed to by its words', () => {
  const said = (summary: string, description: string | null = null) =>
    boundOf({ ...asked, formVersionId: null, customFields: {}, summary, description }, { boundTo: null })
  assert.ok(!isStill(said('A chair'), said('A sofa'), 0))
  assert.ok(!isStill(said('A chair'), said('A chair', 'In leather.'), 0))
  assert.deepEqual(changesOf(said('A chair'), said('A sofa')), [
    { field: 'summary', before: 'A chair', after: 'A sofa' },
  ])
  const form = { ...asked, customFields: {} }
  assert.ok(
    isStill(boundOf(form, { boundTo: null }), boundOf({ ...form, summary: 'x' }, { boundTo: null }), 0),
  )
})

test('a round from before stands, and an encrypted answer that changes after it voids it', () => {
  const { secrets: _, said: __, ...before } = sealedAs({})
  assert.ok(
    isStill(before, boundOf({ ...asked, formVersionId: null, customFields: {} }, { boundTo: null }), 0),
  )
  assert.ok(!isStill(before, sealedAs({ iban: 'aa' }), 0))
})
