import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseQuery, printQuery, type QueryField, queryFields, type RequestQuery } from './requestQuery.ts'

const read = (line: string): RequestQuery => {
  const { query, fault } = parseQuery(line)
  assert.equal(fault, null, `${line}: ${fault?.sentence}`)
  assert.ok(query)
  return query
}

test('a line of filters is read field by field, and the rest is looked for', () => {
  assert.deepEqual(read('status:waiting assignee:me due:<4h tag:vip "vpn drops"'), {
    terms: [
      { field: 'status', not: false, values: ['waiting'] },
      { field: 'assignee', not: false, values: ['me'] },
      { field: 'due', not: false, values: ['<4h'] },
      { field: 'tag', not: false, values: ['vip'] },
    ],
    text: 'vpn drops',
  })
  assert.deepEqual(
    read('  Status:In-Progress,WAITING -tag:VIP,vpn requester:"Marta Ruiz" lost   laptop 12:30 '),
    {
      terms: [
        { field: 'status', not: false, values: ['in_progress', 'waiting'] },
        { field: 'tag', not: true, values: ['vip', 'vpn'] },
        { field: 'requester', not: false, values: ['Marta Ruiz'] },
      ],
      text: 'lost laptop 12:30',
    },
  )
  assert.deepEqual(read(''), { terms: [], text: '' })
})

test('what is wrong is said as a sentence, with its place', () => {
  const faults: [line: string, at: number, words: RegExp][] = [
    ['colour:red', 0, /no filter “colour”.*status/],
    ['vpn status:lost', 11, /“lost” is no status\. There are submitted/],
    ['status:', 0, /Say which status .*status:submitted/],
    ['tag:vip, vpn', 0, /Say which tag/],
    ['due:soon', 4, /“soon” is no time.*due:<4h/],
    ['due:<2026-02-30', 4, /is no time/],
    ['created:overdue', 8, /is no time/],
    ['due:<4h,>2d', 0, /Only one time/],
    ['-due:<4h', 5, /Turn the time round/],
    ['tag:"vip', 4, /never closed/],
    ['say "hello', 4, /never closed/],
    [`${'tag:a '.repeat(21)}`, 120, /At most 20 filters/],
    ['x'.repeat(1001), 1000, /At most 1000/],
  ]
  for (const [line, at, words] of faults) {
    const { fault } = parseQuery(line)
    assert.equal(fault?.at, at, line)
    assert.match(fault?.sentence ?? '', words)
  }
})

const time = fc.oneof(
  fc.constantFrom('today', 'tomorrow', 'yesterday', '2026-12-24', '<2028-02-29'),
  fc
    .tuple(fc.constantFrom('<', '>'), fc.integer({ min: 0, max: 9999 }), fc.constantFrom('m', 'h', 'd', 'w'))
    .map((parts) => parts.join('')),
)
const squeezed = (text: string) => text.trim().replace(/\s+/g, ' ')
const wild = fc.string({ unit: fc.constantFrom(...'ab:"\\,- \té漢<>'), maxLength: 12 }).map(squeezed)
const isWord = /^(?:me|mine|none)$/i

const term = fc.constantFrom<QueryField>(...(Object.keys(queryFields) as QueryField[])).chain((field) => {
  const it = queryFields[field]
  const value =
    it.kind === 'choice'
      ? fc.constantFrom<string>(...it.values)
      : it.kind === 'time'
        ? time
        : wild
            .filter((text) => text !== '')
            .map((text) => (field === 'tag' || isWord.test(text) ? text.toLowerCase() : text))
  const values = fc.uniqueArray(value, { minLength: 1, maxLength: it.kind === 'time' ? 1 : 3 })
  const not = it.kind === 'time' ? fc.constant(false) : fc.boolean()
  return fc.tuple(not, values).map(([isNot, some]) => ({ field, not: isNot, values: some }))
})

test('printed and read again it is the same, and printing it again is the same line', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), wild, (terms, text) => {
      const line = printQuery({ terms, text })
      fc.pre(line.length <= 1000)
      const again = read(line)
      assert.deepEqual(again, { terms, text })
      assert.equal(printQuery(again), line)
    }),
    { numRuns: 2_000 },
  )
})

test('any line is either read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (line) => {
      const { query, fault } = parseQuery(line)
      assert.notEqual(query === null, fault === null)
      if (query) assert.deepEqual(read(printQuery(query)), query)
    }),
    { numRuns: 2_000 },
  )
})
