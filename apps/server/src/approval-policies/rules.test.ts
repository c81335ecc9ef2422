import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PolicyDefinition } from '@deskhand/contract'
import type { Rates } from '../exchange-rates/rules.ts'
import { amountOf, costOf, misfit, needsSignature, type Sample, skipReason } from './rules.ts'

const rates: Rates = { own: 'EUR', of: new Map([['USD', '0.5']]) }
const money = (amount: number, currency = 'EUR') => ({ amount: String(amount), currency })
const line = (amount: number, currency: string, quantity = 1) => ({
  unitPrice: money(amount, currency),
  quantity,
})

for (const [name, fields, amount, isUnclear] of [
  ['nothing', { a: 1, b: ['x'] }, null, false],
  ['the named total before any other price', { shipping: money(5), total: money(9) }, money(9), false],
  ['lines of one currency', { lines: [line(100, 'USD', 2), line(50, 'USD')] }, money(250, 'USD'), false],
  ['lines of two, at the stored rate', { lines: [line(100, 'EUR'), line(100, 'USD', 3)] }, money(250), false],
  ['lists of an own form', { tools: [line(100, 'EUR')], parts: [line(100, 'USD')] }, money(150), false],
  ['a list without prices before them', { tags: ['a'], parts: [line(7, 'EUR')] }, money(7), false],
  ['lines of two without a rate', { lines: [line(1, 'EUR'), line(1, 'CHF')] }, null, true],
] as const) {
  test(`costs: ${name}`, () => assert.deepEqual(costOf(fields, rates), { amount, isUnclear }))
}

test('without rates, lines of several currencies are no one amount', () => {
  assert.equal(amountOf({ lines: [line(1, 'EUR'), line(1, 'USD')] }), null)
  assert.deepEqual(amountOf({ lines: [line(1, 'EUR'), line(2, 'EUR')] }), money(3))
})

const policy = PolicyDefinition.parse({
  conditions: { over: money(1_000) },
  steps: [{ name: 'Board', approvers: [{ kind: 'MANAGER' }], over: money(1_000) }],
  signOver: money(1_000),
})
const sample = (fields: Record<string, unknown>): Sample => ({
  requesterId: 'r',
  createdById: null,
  deskId: 'd',
  requestTypeId: null,
  ...costOf(fields, rates),
  costCenter: null,
  customFields: fields,
})

for (const [name, fields, isAsked, isSigned] of [
  ['no price', {}, false, false],
  ['two currencies below the limit', { lines: [line(600, 'EUR'), line(800, 'USD')] }, false, false],
  ['two currencies above it', { lines: [line(600, 'EUR'), line(802, 'USD')] }, true, true],
  ['two of which one has no rate, however small', { lines: [line(1, 'EUR'), line(1, 'CHF')] }, true, true],
  ['one without a rate', { lines: [line(1, 'CHF')] }, true, true],
] as const) {
  test(`${name}: ${isAsked ? 'above' : 'not above'} a limit`, () => {
    const [step] = policy.steps
    assert.ok(step)
    assert.equal(misfit(policy.conditions, sample(fields), rates) === null, isAsked)
    assert.equal(needsSignature(policy, sample(fields), rates), isSigned)
    if (isAsked) assert.equal(skipReason(step, sample(fields), rates), null)
  })
}
