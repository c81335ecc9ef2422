import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesSince, conflictsBetween } from './draft.ts'

const base = { name: 'Marta', site: 'Madrid', roles: [{ role: 'technician' }] }

test('a field put back to what it was is not a change', () => {
  assert.deepEqual(changesSince(base, { site: 'Madrid', name: 'Marta G.' }), { name: 'Marta G.' })
  assert.deepEqual(changesSince(base, { roles: [{ role: 'technician' }] }), {})
})

test('two people in different fields do not stand in each other’s way', () => {
  assert.deepEqual(conflictsBetween(base, { name: 'Marta G.' }, { ...base, site: 'Porto' }), [])
})

test('the same field changed to the same value is no conflict, to another one is', () => {
  assert.deepEqual(conflictsBetween(base, { site: 'Porto' }, { ...base, site: 'Porto' }), [])
  assert.deepEqual(conflictsBetween(base, { site: 'Porto' }, { ...base, site: 'Bilbao' }), ['site'])
})
