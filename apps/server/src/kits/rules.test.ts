import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fits, lackingOf, type Part, propose } from './rules.ts'

const ofModel = (modelId: string, count = 1): Part => ({ modelId, categoryId: null, count })
const ofCategory = (categoryId: string, count = 1): Part => ({ modelId: null, categoryId, count })
const thing = (id: string, categoryId: string, modelId: string | null = null) => ({ id, categoryId, modelId })
const idsOf = (parts: Part[], free: ReturnType<typeof thing>[]) =>
  propose(parts, free).map(({ offered }) => offered.map(({ id }) => id))

describe('what is proposed for a kit', () => {
  const cases: [string, Part[], ReturnType<typeof thing>[], string[][]][] = [
    ['one of a model', [ofModel('x1')], [thing('a', 'laptop', 'x1')], [['a']]],
    ['anything of a category', [ofCategory('dock')], [thing('a', 'laptop'), thing('b', 'dock')], [['b']]],
    [
      'as many as it has',
      [ofCategory('monitor', 2)],
      [thing('a', 'monitor'), thing('b', 'monitor'), thing('c', 'monitor')],
      [['a', 'b']],
    ],
    ['as many as there are', [ofCategory('monitor', 2)], [thing('a', 'monitor')], [['a']]],
    ['nothing where nothing is free', [ofModel('x1')], [], [[]]],
    [
      'the part that takes one model alone comes first, wherever it stands',
      [ofCategory('laptop'), ofModel('x1')],
      [thing('a', 'laptop', 'x1'), thing('b', 'laptop', 't14')],
      [['b'], ['a']],
    ],
    ['nothing twice', [ofModel('x1'), ofCategory('laptop')], [thing('a', 'laptop', 'x1')], [['a'], []]],
  ]
  for (const [what, parts, free, expected] of cases)
    test(what, () => assert.deepEqual(idsOf(parts, free), expected))

  test('a part says what else would fit', () => {
    const [first] = propose([ofCategory('dock')], [thing('a', 'dock'), thing('b', 'dock')])
    assert.deepEqual(
      first?.fitting.map(({ id }) => id),
      ['a', 'b'],
    )
  })
})

test('a thing without a model fits a category and no model', () => {
  assert.equal(fits(ofModel('x1'), thing('a', 'laptop')), false)
  assert.equal(fits(ofCategory('laptop'), thing('a', 'laptop')), true)
})

test('what a hand-out lacks is told by part', () => {
  const parts = [
    { ...ofModel('x1'), name: 'X1' },
    { ...ofCategory('monitor', 2), name: 'Monitor' },
  ]
  assert.deepEqual(lackingOf(parts, [['a'], ['b']]), [{ name: 'Monitor', count: 1 }])
  assert.deepEqual(lackingOf(parts, [['a'], ['b', 'c']]), [])
})
