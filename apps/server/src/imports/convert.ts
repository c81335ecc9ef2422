import {
  email,
  type ImportFieldKind,
  isCurrency,
  lineFault,
  type Money,
  minorDigits,
} from '@deskhand/contract'

/** How the cells of a list are to be read. */
export type Habits = { dayOrder: 'DMY' | 'MDY'; currency: string }
export type Value = string | number | boolean | Money | null
export type Converted = { value: Value } | { problem: string }

/** Sentences about one cell. */
export const cellWords = {
  long: (most: number) => `At most ${most.toLocaleString('en')} signs.`,
  day: 'This is no day. Write it as 2026-11-28.',
  year: 'Give a day in the years 1900 to 2999.',
  money: 'This is no amount. Write it as 1234.50.',
  negative: 'An amount cannot be less than nothing.',
  number: (least: number, most: number) =>
    `Give a whole number from ${least} to ${most.toLocaleString('en')}.`,
  yesNo: 'Write yes or no.',
  email: 'This is no e-mail address.',
  choice: (of: readonly string[]) =>
    `One of: ${of.map((one) => one.toLowerCase().replaceAll('_', ' ')).join(', ')}.`,
  unreadable: 'It holds signs that cannot be read. Was the file saved in another encoding?',
}

const problem = (sentence: string): Converted => ({ problem: sentence })

/** What a cell says, or what is wrong with it. Nothing in it is run: `=1+1` is these four signs. */
export function convert(cell: string, kind: ImportFieldKind, habits: Habits): Converted {
  const said = cell.trim()
  if (said === '') return { value: null }
  if (said.includes('\ufffd')) return problem(cellWords.unreadable)
  switch (kind.is) {
    case 'text':
      return said.length > kind.most ? problem(cellWords.long(kind.most)) : { value: said }
    case 'line':
      return lineOf(said, kind.most)
    case 'name':
      return lineOf(said, 254)
    case 'email': {
      const read = email.safeParse(said)
      return read.success ? { value: read.data } : problem(cellWords.email)
    }
    case 'day':
      return dayOf(said, habits.dayOrder)
    case 'money':
      return moneyOf(said, habits.currency)
    case 'number': {
      // `36 months`
      const number = /^(\d{1,9})(?:[.,]0+)?(?:\s*\p{L}+\.?)?$/u.exec(said)?.[1]
      const isWithin = number !== undefined && Number(number) >= kind.least && Number(number) <= kind.most
      return isWithin ? { value: Number(number) } : problem(cellWords.number(kind.least, kind.most))
    }
    case 'yes-no': {
      const word = said.toLowerCase()
      if (yes.has(word)) return { value: true }
      return no.has(word) ? { value: false } : problem(cellWords.yesNo)
    }
    case 'choice': {
      const found = kind.of.find((one) => one === said.toUpperCase().replace(/[\s-]+/g, '_'))
      return found ? { value: found } : problem(cellWords.choice(kind.of))
    }
  }
}

const yes: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  'on',
  'ja',
  'si',
  'sí',
  'oui',
  'wahr',
])
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', '-', 'off', 'nein', 'non', 'falsch'])

function lineOf(said: string, most: number): Converted {
  // A line break inside a cell is a space that somebody typed with Alt.
  const one = said.replace(/\s*[\r\n\t]+\s*/g, ' ')
  const fault = lineFault(one)
  if (fault) return problem(fault)
  return one.length > most ? problem(cellWords.long(most)) : { value: one }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** 2026-11-28, 20261128, 28.11.2026, 11/28/26, 28 Nov 2026, Nov 28, 2026; a time of the day behind it is left out. */
function dayOf(said: string, order: Habits['dayOrder']): Converted {
  const text = said
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/, '')
    .trim()
  const iso =
    /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return checked(iso[1], Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text)
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])]
    return order === 'DMY' ? checked(short[3], second, first) : checked(short[3], first, second)
  }
  const spoken = /^(\d{1,2})[.\s-]+(\p{L}{3,9})\.?[\s,-]+(\d{4}|\d{2})$/u.exec(text)
  if (spoken) return checked(spoken[3], monthOf(spoken[2] ?? ''), Number(spoken[1]))
  const american = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  if (american) return checked(american[3], monthOf(american[1] ?? ''), Number(american[2]))
  return problem(cellWords.day)
}

function checked(year = '', month: number, day: number): Converted {
  const full = year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year)
  const at = new Date(Date.UTC(full, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return problem(cellWords.day)
  if (full < 1900 || full > 2999) return problem(cellWords.year)
  return { value: at.toISOString().slice(0, 10) }
}

const signs: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }

/** 1234.5, 1,234.50, 1.234,50 €, EUR 1 234,50, $1,234: the last of two different signs divides off the cents. */
function moneyOf(said: string, usual: string): Converted {
  const parts = /^(-?)\s*(\p{Sc}|[A-Za-z]{3})?\s*(-?[\d.,'’\s\u00a0\u202f]+?)\s*(\p{Sc}|[A-Za-z]{3})?$/u.exec(
    said,
  )
  const number = parts?.[3]?.replace(/['’\s\u00a0\u202f]/g, '') ?? ''
  if (!parts || !/\d/.test(number)) return problem(cellWords.money)
  const sign = parts[2] ?? parts[4]
  const currency = sign ? (signs[sign] ?? sign.toUpperCase()) : usual
  if (!isCurrency(currency)) return problem(cellWords.money)
  if (parts[1] === '-' || number.startsWith('-')) return problem(cellWords.negative)
  const digits = minorDigits(currency)
  const plain = plainNumber(number, digits)
  if (plain === null) return problem(cellWords.money)
  const [whole = '', cents = ''] = plain.split('.')
  // Spreadsheets calculate prices: 33.333333 is 33.33.
  const minor =
    BigInt(whole + cents.slice(0, digits).padEnd(digits, '0')) + (Number(cents[digits] ?? 0) >= 5 ? 1n : 0n)
  return minor < 10n ** 15n ? { value: { amount: String(minor), currency } } : problem(cellWords.money)
}

/** A number with a point before its fraction, or null. */
function plainNumber(number: string, digits: number): string | null {
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0) return number
  const mark = number[last] ?? ''
  const other = mark === '.' ? ',' : '.'
  const count = number.split(mark).length - 1
  // One sign alone before three digits divides thousands, unless the currency has three digits behind the point.
  const isGroup = count > 1 || (!number.includes(other) && /^[1-9]\d{0,2}\D\d{3}$/.test(number) && digits < 3)
  const whole = isGroup ? number : number.slice(0, last)
  const groups = whole.split(isGroup ? mark : other)
  const isWellGrouped =
    groups.length === 1 || (groups[0] !== '' && groups.slice(1).every((group) => group.length === 3))
  if (!isWellGrouped || groups.some((group) => /\D/.test(group))) return null
  const fraction = isGroup ? '' : number.slice(last + 1)
  return /^\d*$/.test(fraction) ? `${groups.join('') || '0'}${fraction ? `.${fraction}` : ''}` : null
}
