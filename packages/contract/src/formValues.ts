import { holdAgainst } from './formPatterns.ts'
import { type AnswerValue, type AskedField, type FormColumn, Pin } from './formShapes.ts'
import { day, instant, lineFault } from './kit.ts'
import { isMoney, moneyWords } from './money.ts'

/** The longest line and the longest text where the form says nothing else; no answer is longer than `text`. */
export const answerLimits = { line: 500, text: 10_000 }

/** Why this cannot be an answer to this field, in a sentence, or null. Blank values are judged elsewhere. */
export function valueFault(
  field: Exclude<AskedField, { type: 'lines' }> | FormColumn,
  value: AnswerValue,
): string | null {
  switch (field.type) {
    case 'line':
      if (typeof value !== 'string') return 'This is text.'
      return lineFault(value) ?? lengthFault(field, value, answerLimits.line) ?? patternFault(field, value)
    case 'text':
      if (typeof value !== 'string') return 'This is text.'
      return value.includes('\u0000')
        ? 'Text without NUL characters.'
        : lengthFault(field, value, answerLimits.text)
    case 'number':
      return numberFault(field, value)
    case 'money':
      return moneyFault(field, value)
    case 'date':
      return shapeFault(day, value)
    case 'dateTime':
      return shapeFault(instant, value)
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? null
        : `Choose one of ${listed(field.options)}.`
    case 'choices':
      return choicesFault(field, value)
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'Yes or no.'
    case 'person':
      return typeof value === 'string' && uuidPattern.test(value) ? null : 'Choose a person.'
    case 'asset':
      return typeof value === 'string' && uuidPattern.test(value) ? null : 'Choose a thing.'
    case 'site':
    case 'department':
      return typeof value === 'string' && value.length <= 200 ? null : 'Choose one of the list.'
    case 'pin':
      return Pin.safeParse(value).success ? null : 'Put a pin on a floor plan.'
    case 'file':
      if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && uuidPattern.test(id)))
        return 'A list of the ids of files.'
      return value.length > field.maxFiles ? `At most ${field.maxFiles} files.` : null
    case 'signature':
      return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
        ? null
        : 'Sign with your name.'
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function lengthFault(
  { minLength = 0, maxLength }: { minLength?: number | undefined; maxLength?: number | undefined },
  value: string,
  most: number,
): string | null {
  if (value.trim().length < minLength) return `At least ${minLength} characters.`
  const longest = Math.min(maxLength ?? most, answerLimits.text)
  return value.length > longest ? `At most ${longest} characters.` : null
}

function patternFault(
  { pattern, patternHelp }: { pattern?: string | undefined; patternHelp?: string | undefined },
  value: string,
): string | null {
  if (pattern === undefined || holdAgainst(pattern, value.trim()).fits) return null
  return patternHelp ?? 'This does not have the expected form.'
}

type NumberLimits = Extract<FormColumn, { type: 'number' }>

function numberFault({ min, max, decimals }: NumberLimits, value: AnswerValue): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'A number.'
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'This number is too large.'
  if (min !== undefined && value < min) return `At least ${min}.`
  if (max !== undefined && value > max) return `At most ${max}.`
  if (Number(value.toFixed(decimals)) !== value) {
    return decimals === 0
      ? 'A whole number.'
      : `At most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}.`
  }
  return null
}

type MoneyLimits = Extract<FormColumn, { type: 'money' }>

function moneyFault({ currencies, orRated, min, max }: MoneyLimits, value: AnswerValue): string | null {
  if (!isMoney(value)) return 'An amount of money.'
  if (!/^-?\d{1,15}$/.test(value.amount)) return 'An amount in minor units, such as 214000 for 2,140.00.'
  // Which have a rate is known where it is asked, and then they are listed.
  if (!orRated && !currencies.includes(value.currency))
    return `The currency must be ${currencies.join(' or ')}.`
  const amount = BigInt(value.amount)
  const words = (limit: string) => moneyWords({ amount: limit, currency: value.currency })
  if (amount < BigInt(min ?? '0')) return `At least ${words(min ?? '0')}.`
  return max !== undefined && amount > BigInt(max) ? `At most ${words(max)}.` : null
}

/** Whoever calls by the API has no list before them: what can be chosen is named, as long as it can be read. */
function listed(options: readonly { value: string }[]): string {
  return options.length <= 20 ? options.map(({ value }) => value).join(', ') : 'the list'
}

function choicesFault(
  { options, min, max }: Extract<AskedField, { type: 'choices' }>,
  value: AnswerValue,
): string | null {
  const known = new Set<unknown>(options.map((option) => option.value))
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!Array.isArray(value) || !chosen.every((one) => known.has(one)))
    return `Choose from ${listed(options)}.`
  if (new Set(chosen).size !== chosen.length) return 'Choose each only once.'
  if (min !== undefined && chosen.length < min) return `Choose at least ${min}.`
  return max !== undefined && chosen.length > max ? `Choose at most ${max}.` : null
}

export function isDayText(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const shapeFault = (shape: typeof day | typeof instant, value: AnswerValue): string | null =>
  shape.safeParse(value).error?.issues[0]?.message ?? null
