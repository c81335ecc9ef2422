import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { sentenceOf } from './sentences.ts'

const cases: [what: string, schema: z.ZodType, value: unknown, sentence: string][] = [
  ['nothing given', z.string(), undefined, 'This is missing.'],
  ['an empty text', z.string().min(1), '', 'Fill this in.'],
  ['too short', z.string().min(3), 'ab', 'This takes at least 3 characters.'],
  ['too long', z.string().max(2), 'abc', 'This takes at most 2 characters.'],
  ['an empty list', z.array(z.string()).min(1), [], 'Add at least one.'],
  ['too many', z.array(z.string()).max(1), ['a', 'b'], 'This takes at most 1.'],
  ['too little', z.number().min(1), 0, 'This is 1 at the least.'],
  ['too much', z.number().max(9), 10, 'This is 9 at the most.'],
  ['another type', z.number(), 'a', 'This must be a number.'],
  ['none of these', z.enum(['A', 'B']), 'C', 'This is one of A, B.'],
  [
    'no moment',
    z.iso.datetime({ offset: true }),
    'soon',
    'Give a moment with its offset, such as 2026-11-28T09:00:00Z.',
  ],
  ['no id', z.uuid(), 'x', 'Give an id.'],
  ['the contract’s own words', z.string().regex(/^a$/, 'Only an a.'), 'b', 'Only an a.'],
]

for (const [what, schema, value, sentence] of cases) {
  test(`${what}: ${sentence}`, () => {
    const issue = schema.safeParse(value).error?.issues[0]
    assert.ok(issue)
    assert.equal(sentenceOf(issue), sentence)
  })
}
