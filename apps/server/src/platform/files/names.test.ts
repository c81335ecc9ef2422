import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attachmentHeader, displayName, endingOf } from './names.ts'

const cases: [given: string, shown: string][] = [
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\marta\\photo.png', 'photo.png'],
  ['invoice\u202egnp.exe', 'invoicegnp.exe'],
  ['evil.exe\u200b', 'evil.exe'],
  ['evil.exe. . .', 'evil.exe'],
  ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie: x.txt'],
  ['zero\0byte.txt', 'zerobyte.txt'],
  ['cafe\u0301.txt', 'caf\u00e9.txt'],
  ['  two   words .txt', 'two words .txt'],
  ['..', 'file'],
  ['', 'file'],
  ['\u200b\u2060\ufeff', 'file'],
  ['.gitignore', '.gitignore'],
  ['CON', 'CON'],
  ['семь « отчётов ».ods', 'семь « отчётов ».ods'],
]

test('shows names without what is invisible, misleading or a path', () => {
  for (const [given, shown] of cases) assert.equal(displayName(given), shown)
})

test('keeps the ending of a name that is too long', () => {
  const name = displayName(`${'n'.repeat(4096)}.pdf`)
  assert.equal(name.length, 255)
  assert.ok(name.endsWith('.pdf'))
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left
const forbidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff/\\]/

test('any name becomes one line that says nothing hidden, and stays as it is the second time', () => {
  const odd = fc.constantFrom(
    '\u200b',
    '\u202e',
    '\0',
    '..',
    '/',
    '\\',
    '.',
    ' ',
    '\ud800',
    '\u2028',
    'e\u0301',
    '.exe',
  )
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 30 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anyName, (given) => {
      const name = displayName(given)
      assert.ok(name.length >= 1 && name.length <= 255)
      assert.doesNotMatch(name, forbidden)
      assert.ok(name.isWellFormed())
      assert.equal(name.trim(), name)
      assert.equal(displayName(name), name)
      assert.match(
        attachmentHeader(name),
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\x21-\x7e]+$/,
      )
    }),
    { numRuns: 500 },
  )
})

test('reads the ending through wide letters and big ones', () => {
  assert.equal(endingOf('tool.EXE'), 'exe')
  assert.equal(endingOf('tool．ｅｘｅ'), 'exe')
  assert.equal(endingOf('readme'), '')
  assert.equal(endingOf('archive.tar.gz'), 'gz')
})

test('names a download in plain and in exact letters', () => {
  assert.equal(
    attachmentHeader('Señal "5 €".pdf'),
    `attachment; filename="Senal _5 _.pdf"; filename*=UTF-8''Se%C3%B1al%20%225%20%E2%82%AC%22.pdf`,
  )
})
