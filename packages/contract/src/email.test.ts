import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { email } from './kit.ts'

const read = (text: string) => {
  const result = email.safeParse(text)
  return result.success ? result.data : null
}

/** An ASCII letter as its full-width double, which looks and normalises the same. */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))

test('every spelling of an address is one address', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/)
  const address = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`)
  fc.assert(
    fc.property(address, fc.boolean(), fc.boolean(), (one, isLoud, isPadded) => {
      const spelled = isLoud ? one.toUpperCase() : one
      for (const text of [
        spelled,
        wide(spelled),
        spelled.replace('@', '＠'),
        isPadded ? ` ${spelled} ` : spelled,
      ])
        assert.equal(read(text), one, text)
    }),
  )
})

test('what is taken is plain, has one @, and is the same when it is read again', () => {
  const sign = fc.constantFrom(
    'a',
    'B',
    '@',
    '＠',
    '﹫',
    '.',
    '。',
    '"',
    '(',
    ')',
    '<',
    '>',
    ',',
    ' ',
    '\u200b',
    '\u00ad',
    '\u202e',
    'ß',
    'ﬁ',
    'İ',
    'ı',
    'ſ',
    'K',
    'а',
    'xn--',
    'com',
    '\r\n',
    '\0',
    ';',
    '%',
    '+',
  )
  const text = fc.oneof(
    fc.array(sign, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.emailAddress(),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const address = read(typed)
      if (address === null) return
      assert.match(address, /^[\x21-\x3f\x41-\x7e]+@[a-z0-9.-]+$/)
      assert.equal(address, address.toLowerCase())
      assert.equal(read(address), address)
      assert.ok(address.length <= 254)
    }),
    { numRuns: 5_000 },
  )
})

for (const text of [
  '"a b"@example.com',
  'a(comment)@example.com',
  'A <a@example.com>',
  'a@example.com,b@example.com',
  'a@b@example.com',
  'a＠b@example.com',
  'a@example.com\r\nBcc: b@example.com',
  'а@example.com',
  'a@exаmple.com',
  'a\u200b@example.com',
  'a@example',
  '@example.com',
])
  test(`${JSON.stringify(text)} is none`, () => assert.equal(read(text), null))

test('what grows when it is normalised is measured afterwards', () => {
  assert.equal(read(`${'㍿'.repeat(60)}@example.com`), null)
  const long = `${'ﬃ'.repeat(100)}@example.com`
  assert.equal(read(long), null)
})
