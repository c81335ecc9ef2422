import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyOf, tellingWords } from './rules.ts'

test('keeps the words that say what it is about', () => {
  const cases: [string, string[]][] = [
    ['VPN drops every 20 minutes', ['vpn', 'drops', '20', 'minutes']],
    ['I cannot get into my e-mail', ['mail']],
    ['La señal de la impresora', ['senal', 'impresora']],
    ['Printer printer PRINTER', ['printer']],
    ['How do I …?', []],
    ['漢字 テスト', ['テスト']],
  ]
  for (const [text, words] of cases) assert.deepEqual(tellingWords(text), words, text)
})

test('whatever is typed becomes a search that cannot be broken out of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const words = tellingWords(text)
      assert.ok(words.length <= 12)
      assert.match(anyOf(words), /^$|^'[\p{L}\p{N}]+'( \| '[\p{L}\p{N}]+')*$/u)
    }),
  )
})
