import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportFieldKind } from '@deskhand/contract'
import fc from 'fast-check'
import { cellWords, convert, type Habits } from './convert.ts'

const usual: Habits = { dayOrder: 'DMY', currency: 'EUR' }
const read = (cell: string, kind: ImportFieldKind, habits: Partial<Habits> = {}) => {
  const found = convert(cell, kind, { ...usual, ...habits })
  return 'value' in found ? found.value : found.problem
}

test('days in the spellings that people use', () => {
  const cases: [string, string, Habits['dayOrder']?][] = [
    ['2026-11-28', '2026-11-28'],
    ['2026-11-28 13:05:00', '2026-11-28'],
    ['2026-11-28T13:05:00Z', '2026-11-28'],
    ['20261128', '2026-11-28'],
    ['2026/1/5', '2026-01-05'],
    ['28.11.2026', '2026-11-28'],
    ['5/6/2026', '2026-06-05'],
    ['5/6/2026', '2026-05-06', 'MDY'],
    ['11/28/26 9:00 AM', '2026-11-28', 'MDY'],
    ['5.6.98', '1998-06-05'],
    ['28 Nov 2026', '2026-11-28'],
    ['28-Nov-26', '2026-11-28'],
    ['November 28, 2026', '2026-11-28'],
    ['Sat Nov 28', cellWords.day],
    ['31.02.2026', cellWords.day],
    ['11/28/2026', cellWords.day],
    ['45321', cellWords.day],
    ['1899-12-31', cellWords.year],
    ['0000-00-00', cellWords.day],
    ['=TODAY()', cellWords.day],
  ]
  for (const [cell, expected, dayOrder = 'DMY'] of cases)
    assert.equal(read(cell, { is: 'day' }, { dayOrder }), expected, cell)
})

test('money in the spellings that people use', () => {
  const cases: [string, string, string?][] = [
    ['1234', '123400 EUR'],
    ['1234.5', '123450 EUR'],
    ['1,234.50', '123450 EUR'],
    ['1.234,50 €', '123450 EUR'],
    ['1 234,50', '123450 EUR'],
    ["1'234.50", '123450 EUR'],
    ['$1,234', '123400 USD'],
    ['1.234', '123400 EUR'],
    ['0.125', '13 EUR'],
    ['1,234,567.89', '123456789 EUR'],
    ['GBP 12.00', '1200 GBP'],
    ['33.333333', '3333 EUR'],
    ['.99', '99 EUR'],
    ['1500', '1500 JPY', 'JPY'],
    ['1.234', '1234 KWD', 'KWD'],
    ['-5', cellWords.negative],
    ['12,34,567.00', cellWords.money],
    ['1.2.3', cellWords.money],
    ['free', cellWords.money],
    ['9'.repeat(20), cellWords.money],
    ['=1+1', cellWords.money],
  ]
  for (const [cell, expected, currency = 'EUR'] of cases) {
    const found = read(cell, { is: 'money' }, { currency })
    const said = typeof found === 'object' && found ? `${found.amount} ${found.currency}` : found
    assert.equal(said, expected, cell)
  }
})

test('any amount that a page can show comes in as it was', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 14n }),
      fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH'),
      (minor, locale) => {
        const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(Number(minor) / 100)
        const found = read(shown, { is: 'money' })
        assert.deepEqual(found, { amount: String(minor), currency: 'EUR' }, shown)
      },
    ),
  )
})

test('words, numbers, choices', () => {
  const line = { is: 'line', most: 10 } as const
  const choice = { is: 'choice', of: ['NEW', 'VERY_OLD'] } as const
  const months = { is: 'number', least: 1, most: 60 } as const
  const cases: [string, ImportFieldKind, unknown][] = [
    ['  LT-1 ', line, 'LT-1'],
    ['', line, null],
    ['   ', line, null],
    ['two\r\nrows', line, 'two rows'],
    ['=1+1', line, '=1+1'],
    ['x'.repeat(11), line, cellWords.long(10)],
    ['bad\ufffd', line, cellWords.unreadable],
    ['very old', choice, 'VERY_OLD'],
    ['older', choice, cellWords.choice(choice.of)],
    ['36 months', months, 36],
    ['36.0', months, 36],
    ['0', months, cellWords.number(1, 60)],
    ['1e3', months, cellWords.number(1, 60)],
    ['Yes', { is: 'yes-no' }, true],
    ['0', { is: 'yes-no' }, false],
    ['perhaps', { is: 'yes-no' }, cellWords.yesNo],
    ['Ana@Harbour.Example', { is: 'email' }, 'ana@harbour.example'],
    ['ana at home', { is: 'email' }, cellWords.email],
  ]
  for (const [cell, kind, expected] of cases) assert.equal(read(cell, kind), expected, cell)
  assert.notEqual(read('a\u0007b', line), 'a\u0007b')
})
