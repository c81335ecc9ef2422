import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedFor, matching } from './askedFor.ts'

test('a slash alone asks for macros, two colons anywhere for canned responses', () => {
  const cases: [string, string | null][] = [
    ['/', 'macro 0 '],
    ['/res', 'macro 0 res'],
    ['/ask for', 'macro 0 ask for'],
    ['see /etc', null],
    ['/etc/hosts', null],
    ['/a\nb', null],
    ['::', 'response 0 '],
    ['Dear Marta, ::than', 'response 12 than'],
    ['Dear Marta,\n::than', 'response 12 than'],
    ['std::string', null],
    ['a :: b: c', null],
    ['', null],
  ]
  for (const [text, expected] of cases) {
    const asked = askedFor(text, text.length)
    assert.equal(asked && `${asked.kind} ${asked.from} ${asked.q}`, expected, text)
  }
  assert.equal(askedFor('/res and more', 4), null)
})

test('every word must be in the name', () => {
  const all = [{ name: 'Ask for a screenshot' }, { name: 'Resolve: password set' }]
  assert.deepEqual(matching(all, 'SCREEN ask'), [all[0]])
  assert.deepEqual(matching(all, ''), all)
  assert.deepEqual(matching(all, 'nothing'), [])
})
