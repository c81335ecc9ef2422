import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftsOf, fieldsOf, newDraft } from './fieldDrafts.ts'

test('names of fields come from their labels, once each, and stay when the label changes', () => {
  const [one, two, odd] = fieldsOf([
    { ...newDraft(), label: 'Serial of the battery' },
    { ...newDraft(), label: 'serial of the Battery!' },
    { ...newDraft(), label: '2. Länge' },
  ])
  assert.deepEqual(
    [one?.key, two?.key, odd?.key],
    ['serialOfTheBattery', 'serialOfTheBattery2', 'field2Lange'],
  )
  const [kept] = fieldsOf(draftsOf(one ? [one] : []).map((draft) => ({ ...draft, label: 'Battery' })))
  assert.deepEqual([kept?.key, kept?.label], ['serialOfTheBattery', 'Battery'])
})

test('what a field was made with elsewhere is kept', () => {
  const memory = {
    key: 'memory',
    type: 'number',
    label: 'Memory',
    unit: 'GB',
    min: 1,
    decimals: 0,
    isRequired: false,
    isEncrypted: false,
  } as const
  assert.deepEqual(fieldsOf(draftsOf([memory])), [memory])
})
