import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf } from './codeOf.ts'

test('a code says what its name says, in letters that codes may have, and is nobody else’s', () => {
  const cases: [name: string, code: string][] = [
    ['Fixed', 'FIXED_2'],
    ['Sent back', 'SENT_BACK'],
    ['  Señal: élan! ', 'SENAL_ELAN'],
    ['2nd try', 'ND_TRY'],
    ['', 'CODE'],
    ['完了', 'CODE'],
    ['x', 'CODE_X'],
    ['Very '.repeat(20), 'VERY_VERY_VERY_VERY_VERY_VERY_VERY_VE'],
  ]
  const others = [
    { key: 'a', code: 'FIXED' },
    { key: 'own', code: 'SENT_BACK' },
  ]
  for (const [name, code] of cases) {
    assert.equal(codeOf(name, others, 'own'), code, name)
    assert.match(code, /^[A-Z][A-Z0-9_]{1,39}$/)
  }
})
