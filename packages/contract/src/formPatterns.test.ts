import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdAgainst, mostPlaces, patternFault } from './formPatterns.ts'

test('says of a text what the language says', () => {
  const cases: [string, string[], string[]][] = [
    [
      '[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,38}',
      ['ES91 2100 0418 4502 0005 1332'],
      ['ES91', 'es91 2100 0418 4502 0005'],
    ],
    ['[^ @]+@[^ @]+', ['ana@example.com'], ['ana', '@', 'ana@', 'a@b@c']],
    ['20[0-9]{2}-(0[1-9]|1[0-2])', ['2026-11'], ['2026-13', '2026-1', '12026-11']],
    ['https?://[^ ]+', ['http://x', 'https://x/y'], ['httpss://x', 'https://']],
    ['[A-Z]{4}\\d{4}', ['ABCD1234'], ['ABCD123', 'ABCD12345']],
    ['^(?:a|b)+?$', ['abba'], ['', 'abc']],
    ['\\p{L}+(-\\p{L}+)*', ['Öse-Ñandú'], ['-a', 'a-']],
    ['a|bc|', ['a', 'bc', ''], ['ac', 'b']],
    ['(a?){3}b{0}c{2,}', ['cc', 'aaccc'], ['c', 'aaaacc', 'bcc']],
    ['\\u{1F600}|\\uD83D\\uDE01|.', ['😀', '😁', 'x', '😂'], ['xx', '\n']],
    ['a$b|^', [''], ['ab']],
    ['[\\]\\\\-]\\.\\/', [']./', '\\./', '-./'], ['x./', ']x/']],
  ]
  for (const [pattern, fitting, others] of cases) {
    assert.equal(patternFault(pattern), null, pattern)
    for (const text of fitting) assert.equal(holdAgainst(pattern, text).fits, true, `${pattern} ${text}`)
    for (const text of others) assert.equal(holdAgainst(pattern, text).fits, false, `${pattern} ${text}`)
  }
})

test('what it cannot promise to hold against an answer soon is refused', () => {
  const cases: [string, RegExp][] = [
    ['[', /not a pattern/],
    ['a)|(b', /not a pattern/],
    ['(a)\\1', /refer back/],
    ['(?<name>a)\\k<name>', /refer back/],
    ['(?=a)a', /look around/],
    ['(?<!a)a', /look around/],
    ['\\bword\\b', /look around/],
    ['.{0,500}', /too long/],
    ['((a{50}){50}){50}', /too long/],
    [`${'('.repeat(60)}${'){250}'.repeat(20)}${')'.repeat(40)}`, /too long/],
    [`a{${'9'.repeat(150)}}`, /too long/],
  ]
  for (const [pattern, expected] of cases)
    assert.match(patternFault(pattern) ?? 'no fault', expected, pattern)
})

const letters = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w', '\\d')
const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,3}', '{1,}', '*?', '{2,4}?')
const { pattern: patterns } = fc.letrec<{ pattern: string; row: string; part: string }>((tie) => ({
  pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
  row: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc
    .tuple(
      fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        letters,
        tie('pattern').map((inner) => `(${inner})`),
        tie('pattern').map((inner) => `(?:${inner})`),
      ),
      times,
    )
    .map((both) => both.join('')),
}))

test('whatever the pattern, the work grows with the answer and not faster', () => {
  const runaways = [
    '(a|a)(a|a)'.repeat(10),
    '(a?){20}a{20}',
    '(a+)+b',
    '(a*)*b',
    '(a|b|ab)*c',
    'a*a*a*a*a*b',
    '(.*)*,',
  ]
  const hostile = fc
    .tuple(
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '!', 'b'),
    )
    .map(([part, end]) => part.repeat(200).slice(0, 200 - end.length) + end)
  let accepted = 0
  fc.assert(
    fc.property(fc.oneof(patterns, fc.constantFrom(...runaways)), hostile, (pattern, text) => {
      if (patternFault(pattern) !== null) return
      accepted++
      const { steps } = holdAgainst(pattern, text)
      assert.ok(steps <= mostPlaces * (text.length + 1), `${pattern}: ${steps} steps`)
    }),
    { numRuns: 500 },
  )
  assert.ok(accepted > 200, `${accepted} patterns were tried`)
  for (const pattern of runaways) assert.equal(patternFault(pattern), null, pattern)
})

test('whatever the pattern, short texts fit it as they fit the language’s own', () => {
  fc.assert(
    fc.property(
      patterns,
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 6 }),
      (pattern, text) => {
        if (pattern.length > 40 || patternFault(pattern) !== null) return
        assert.equal(holdAgainst(pattern, text).fits, new RegExp(`^(?:${pattern})$`, 'u').test(text))
      },
    ),
    { numRuns: 500 },
  )
})
