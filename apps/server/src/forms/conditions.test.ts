import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type Answers,
  checkDefinition,
  conditionSentence,
  decideForm,
  type FormCondition,
  FormDefinition,
  type FormDefinitionIn,
  type PersonFacts,
  requiredSentence,
  shownSentence,
} from '@deskhand/contract'
import fc from 'fast-check'
import { laptopForm } from './sample.ts'

const laptop = FormDefinition.parse(laptopForm)
type FieldIn = FormDefinitionIn['sections'][number]['fields'][number]
const formOf = (...fields: FieldIn[]) => FormDefinition.parse({ sections: [{ key: 'main', fields }] })
const when = (answer: string, value?: string): FormCondition => ({
  match: 'all',
  parts: [value === undefined ? { answer, is: 'answered' } : { answer, is: 'is', value }],
})
const visibleOf = (definition: FormDefinition, answers: Answers, facts: PersonFacts = {}) =>
  [...decideForm(definition, { answers, facts }).visible].join(' ')

describe('what a comparison says', () => {
  const field: FieldIn = { key: 'a', type: 'line', label: 'A' }
  const eur = (amount: string) => ({ amount, currency: 'EUR' })
  const cases: [FieldIn, FormCondition['parts'][number], Answers[string] | undefined, boolean][] = [
    [field, { answer: 'a', is: 'is', value: 'x' }, 'x', true],
    [field, { answer: 'a', is: 'is', value: 'x' }, 'y', false],
    [field, { answer: 'a', is: 'isNot', value: 'x' }, undefined, true],
    [field, { answer: 'a', is: 'oneOf', value: ['x', 'y'] }, 'y', true],
    [field, { answer: 'a', is: 'noneOf', value: ['x', 'y'] }, 'y', false],
    [field, { answer: 'a', is: 'contains', value: 'VPN' }, 'the vpn drops', true],
    [field, { answer: 'a', is: 'answered' }, '  ', false],
    [field, { answer: 'a', is: 'notAnswered' }, undefined, true],
    [{ ...field, type: 'number' }, { answer: 'a', is: 'moreThan', value: 3 }, 3, false],
    [{ ...field, type: 'number' }, { answer: 'a', is: 'atLeast', value: 3 }, 3, true],
    [{ ...field, type: 'number' }, { answer: 'a', is: 'lessThan', value: 3 }, undefined, false],
    [{ ...field, type: 'money' }, { answer: 'a', is: 'moreThan', value: eur('100') }, eur('101'), true],
    [
      { ...field, type: 'money' },
      { answer: 'a', is: 'atMost', value: eur('100') },
      { amount: '1', currency: 'USD' },
      false,
    ],
    [{ ...field, type: 'date' }, { answer: 'a', is: 'lessThan', value: '2026-12-01' }, '2026-11-30', true],
    [{ ...field, type: 'yesNo' }, { answer: 'a', is: 'is', value: false }, undefined, false],
    [{ ...field, type: 'yesNo' }, { answer: 'a', is: 'is', value: false }, false, true],
  ]
  for (const [asked, part, value, expected] of cases) {
    test(`${asked.type} ${JSON.stringify(value)} ${JSON.stringify(part)}: ${expected}`, () => {
      const form = formOf(asked, {
        key: 'b',
        type: 'line',
        label: 'B',
        showWhen: { match: 'all', parts: [part] },
      })
      const answers: Answers = value === undefined ? {} : { a: value }
      assert.equal(visibleOf(form, answers).includes('b'), expected)
    })
  }
})

test('lines compare by their total, and by how many they are where they have none', () => {
  const lines: FieldIn = {
    key: 'items',
    type: 'lines',
    label: 'Items',
    columns: [
      { key: 'amount', label: 'Amount', type: 'money' },
      { key: 'quantity', label: 'Quantity', type: 'number', decimals: 1 },
    ],
    total: { amount: 'amount', quantity: 'quantity' },
  }
  const reason = (value: FormCondition['parts'][number]): FieldIn => ({
    key: 'reason',
    type: 'text',
    label: 'Reason',
    showWhen: { match: 'all', parts: [value] },
  })
  const rows = [
    { amount: { amount: '333', currency: 'EUR' }, quantity: 1.5 },
    { amount: { amount: '100', currency: 'EUR' } },
  ]
  const over = (amount: string) =>
    formOf(lines, reason({ answer: 'items', is: 'moreThan', value: { amount, currency: 'EUR' } }))
  // 333 × 1.5 is 499.5: 500 for a payer, and 100 for the line without a quantity.
  assert.equal(visibleOf(over('599'), { items: rows }), 'items reason')
  assert.equal(visibleOf(over('600'), { items: rows }), 'items')
  const { total: _, ...uncounted } = lines
  const many = formOf(uncounted, reason({ answer: 'items', is: 'atLeast', value: 2 }))
  assert.equal(visibleOf(many, { items: rows }), 'items reason')
})

test('a hidden field counts as not answered for the next, all along a chain', () => {
  const form = formOf(
    { key: 'a', type: 'line', label: 'A' },
    { key: 'b', type: 'line', label: 'B', showWhen: when('a') },
    { key: 'c', type: 'line', label: 'C', showWhen: when('b') },
    {
      key: 'd',
      type: 'line',
      label: 'D',
      showWhen: { match: 'all', parts: [{ answer: 'c', is: 'notAnswered' }] },
    },
  )
  assert.equal(visibleOf(form, { a: '1', b: '2', c: '3' }), 'a b c')
  assert.equal(visibleOf(form, { b: '2', c: '3' }), 'a d')
})

test('a section hides with all its fields, and facts of the person decide too', () => {
  const form = FormDefinition.parse({
    sections: [
      { key: 'one', fields: [{ key: 'a', type: 'line', label: 'A' }] },
      {
        key: 'two',
        showWhen: {
          match: 'any',
          parts: [
            { fact: 'department', is: 'is', value: 'Sales' },
            { answer: 'a', is: 'answered' },
          ],
        },
        fields: [{ key: 'b', type: 'line', label: 'B', isRequired: true }],
      },
    ],
  })
  assert.equal(visibleOf(form, {}), 'a')
  assert.equal(visibleOf(form, {}, { department: 'Sales' }), 'a b')
  assert.deepEqual([...decideForm(form, { answers: {}, facts: {} }).required], [])
  assert.deepEqual([...decideForm(form, { answers: { a: 'x' }, facts: {} }).required], ['b'])
})

test('conditions read as sentences, groups in brackets', () => {
  const price = laptop.sections[0]?.fields.find(({ key }) => key === 'reason')
  const size = laptop.sections[0]?.fields.find(({ key }) => key === 'screenSize')
  assert.ok(price?.type === 'text' && price.requireWhen && size?.showWhen)
  assert.equal(shownSentence(size.showWhen, laptop), 'Shown when Device is Laptop')
  assert.equal(
    requiredSentence(price.requireWhen, laptop),
    'Required when Price is more than 1,000.00 EUR or the person’s department is Nowhere',
  )
  const nested: FormCondition = {
    match: 'all',
    parts: [
      { answer: 'device', is: 'oneOf', value: ['LAPTOP', 'PHONE'] },
      {
        match: 'any',
        parts: [
          { answer: 'price', is: 'answered' },
          { fact: 'isManager', is: 'is', value: true },
        ],
      },
    ],
  }
  assert.equal(
    conditionSentence(nested, laptop),
    'Device is one of Laptop, Phone and (Price is answered or the person manages others)',
  )
})

describe('what is refused when a form is saved', () => {
  const a = (more: object = {}) => ({ key: 'a', type: 'line', label: 'A', ...more }) as FieldIn
  const b = (more: object = {}) => ({ key: 'b', type: 'line', label: 'B', ...more }) as FieldIn
  const c = (more: object = {}) => ({ key: 'c', type: 'line', label: 'C', ...more }) as FieldIn
  const cases: [string, FieldIn[], string, RegExp][] = [
    ['a circle of one', [a({ showWhen: when('a') })], '/sections/0/fields/0/showWhen', /circle: A → A\./],
    [
      'a circle of three, with its chain',
      [a({ showWhen: when('c') }), b({ showWhen: when('a') }), c({ showWhen: when('b') })],
      '/sections/0/fields/0/showWhen',
      /circle: A → C → B → A\./,
    ],
    [
      'what is not there',
      [a({ showWhen: when('z') })],
      '/sections/0/fields/0/showWhen',
      /reads “z”, which is not in/,
    ],
    [
      'a requirement by what is not there',
      [a({ requireWhen: when('z') })],
      '/sections/0/fields/0/requireWhen',
      /reads “z”/,
    ],
    ['a name twice', [a(), a()], '/sections/0/fields/1/key', /“a” is there twice/],
    [
      'a condition on something encrypted',
      [a({ isEncrypted: true }), b({ showWhen: when('a') })],
      '/sections/0/fields/1/showWhen',
      /encrypted/,
    ],
    [
      'a choice that is none',
      [
        { key: 'd', type: 'choice', label: 'D', options: [{ value: 'X', label: 'X' }] },
        b({ showWhen: when('d', 'Y') }),
      ],
      '/sections/0/fields/1/showWhen',
      /no choice “Y”/,
    ],
    [
      'more and less of a text',
      [a(), b({ showWhen: { match: 'all', parts: [{ answer: 'a', is: 'moreThan', value: 3 }] } })],
      '/sections/0/fields/1/showWhen',
      /more or less/,
    ],
    ['a pattern that looks back', [a({ pattern: '(a)\\1' })], '/sections/0/fields/0/pattern', /refer back/],
    [
      'a pattern that is none, beside a value that it begins with',
      [a({ pattern: '(', default: 'x' })],
      '/sections/0/fields/0/pattern',
      /not a pattern/,
    ],
    ['a pattern that is none', [a({ pattern: '[' })], '/sections/0/fields/0/pattern', /not a pattern/],
    [
      'a day that counts from itself',
      [{ key: 'd', type: 'date', label: 'D', notBefore: { answer: 'd' } }],
      '/sections/0/fields/0/notBefore',
      /no other day/,
    ],
    [
      'a total of words',
      [
        {
          key: 'l',
          type: 'lines',
          label: 'L',
          columns: [{ key: 'x', type: 'line', label: 'X' }],
          total: { amount: 'x' },
        },
      ],
      '/sections/0/fields/0/total',
      /column of money/,
    ],
  ]
  for (const [name, fields, pointer, message] of cases) {
    test(name, () => {
      const [fault] = checkDefinition(formOf(...fields))
      assert.equal(fault?.pointer, pointer)
      assert.match(fault?.message ?? '', message)
    })
  }

  const compared: [FieldIn, FormCondition['parts'][number], RegExp | null][] = [
    [a({ type: 'yesNo' }), { answer: 'a', is: 'is', value: 'yes' }, /“A”: Yes or no\./],
    [a({ type: 'yesNo' }), { answer: 'a', is: 'is', value: true }, null],
    [a({ type: 'number' }), { answer: 'a', is: 'isNot', value: '3' }, /“A”: A number\./],
    [a({ type: 'number', max: 9 }), { answer: 'a', is: 'lessThan', value: 99 }, null],
    [a({ type: 'date' }), { answer: 'a', is: 'moreThan', value: 'soon' }, /“A”: /],
    [a({ type: 'date' }), { answer: 'a', is: 'is', value: '2026-12-01' }, null],
    [a({ type: 'money' }), { answer: 'a', is: 'is', value: 100 }, /“A”: An amount of money\./],
    [a(), { answer: 'a', is: 'oneOf', value: ['x', 'y'] }, null],
    [a(), { answer: 'a', is: 'is', value: true }, /“A”: This is text\./],
    [a(), { answer: 'a', is: 'contains', value: 3 }, /“A”: This is text\./],
    [a({ type: 'number' }), { answer: 'a', is: 'contains', value: '3' }, /“A”: Nothing can be looked for/],
    [a({ type: 'person' }), { answer: 'a', is: 'is', value: 'Ana' }, /“A”: Choose a person\./],
    [a({ type: 'file' }), { answer: 'a', is: 'is', value: 'x' }, /“A” can only be there or missing/],
    [
      a({ type: 'choices', options: [{ value: 'X', label: 'X' }] }),
      { answer: 'a', is: 'oneOf', value: ['X'] },
      null,
    ],
    [a(), { fact: 'isManager', is: 'is', value: 'yes' }, /true or false/],
    [a(), { fact: 'department', is: 'is', value: 7 }, /compared with text/],
    [a(), { fact: 'department', is: 'oneOf', value: ['Sales'] }, null],
  ]
  for (const [field, part, message] of compared) {
    test(`${field.type} ${JSON.stringify(part)}: ${message ?? 'is kept'}`, () => {
      const faults = checkDefinition(formOf(field, b({ requireWhen: { match: 'all', parts: [part] } })))
      assert.deepEqual(
        faults.map(({ pointer }) => pointer),
        message ? ['/sections/0/fields/1/requireWhen'] : [],
      )
      if (message) assert.match(faults[0]?.message ?? '', message)
    })
  }

  test('a circle through a section', () => {
    const form = FormDefinition.parse({
      sections: [{ key: 'one', showWhen: when('a'), fields: [{ key: 'a', type: 'line', label: 'A' }] }],
    })
    assert.match(checkDefinition(form)[0]?.message ?? '', /circle: A → A/)
  })

  test('nothing of a sound form', () => assert.deepEqual(checkDefinition(laptop), []))
})

test('whatever refers to whatever: a form either has a circle that is named, or decides without one', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.constantFrom(...keys), { nil: null }), { minLength: 5, maxLength: 5 }),
      fc.dictionary(fc.constantFrom(...keys), fc.constant('x')),
      (needs, answers) => {
        const form = formOf(
          ...keys.map((key, at): FieldIn => {
            const need = needs[at]
            return { key, type: 'line', label: key, ...(need ? { showWhen: when(need) } : {}) }
          }),
        )
        const goesRound = (key: string, seen: string[] = []): boolean => {
          if (seen.includes(key)) return true
          const next = needs[keys.indexOf(key)]
          return next ? goesRound(next, [...seen, key]) : false
        }
        const faults = checkDefinition(form)
        if (keys.some((key) => goesRound(key))) return faults.some(({ message }) => /circle/.test(message))
        const { visible } = decideForm(form, { answers, facts: {} })
        const should = (key: string): boolean => {
          const need = needs[keys.indexOf(key)]
          return !need || (should(need) && need in answers)
        }
        return faults.length === 0 && keys.every((key) => visible.has(key) === should(key))
      },
    ),
  )
})
