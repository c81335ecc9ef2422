import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWanted } from './rules.ts'

const none = { words: '', beginning: '', isAlternative: false, reference: null, number: null }
const cases: [typed: string, wanted: Partial<typeof none> | object][] = [
  ['vpn', { beginning: 'vpn' }],
  ['vpn dro', { words: 'vpn', beginning: 'dro' }],
  ['vpn drops ', { words: 'vpn drops' }],
  ['vpn or wif', { words: 'vpn ', beginning: 'wif', isAlternative: true }],
  ['vpn or', { words: 'vpn or' }],
  ['"vpn drops"', { words: '"vpn drops"' }],
  ['vpn -wifi', { words: 'vpn -wifi' }],
  ['café', { beginning: 'café' }],
  ['it-4921', { words: 'it-4921', reference: 'IT-4921' }],
  ['4921', { beginning: '4921', number: 4921 }],
  ["'; drop table", { words: "'; drop", beginning: 'table' }],
  ['!!', { words: '!!' }],
]
for (const [typed, wanted] of cases) {
  test(`reads ${typed}`, () => assert.deepEqual(readWanted(typed), { ...none, ...wanted }))
}
