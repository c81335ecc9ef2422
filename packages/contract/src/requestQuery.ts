import { day as dayShape } from './kit.ts'
import { requestStates } from './requestStates.ts'

/**
 * Filters of requests as text: `status:waiting assignee:me due:<4h -tag:vip "vpn drops"`. What the chips show, what the
 * address holds, what a saved view keeps and what one pastes into a chat are this one line. A comma means "one of", a
 * minus in front "not", a field named twice both; what has no field is looked for.
 */
export type QueryTerm = { field: QueryField; not: boolean; values: string[] }
export type RequestQuery = { terms: QueryTerm[]; text: string }

/** What is wrong with it, as a sentence, and where. */
export type QueryFault = { at: number; sentence: string }

const priorities = ['low', 'medium', 'high', 'critical'] as const
export const queryFlags = [
  'open',
  'solved',
  'closed',
  'risk',
  'vip',
  'unread',
  'confidential',
  'snoozed',
  'woken',
] as const
export type QueryFlag = (typeof queryFlags)[number]

/** The fields and what their values are: one of a list, a time, or the name (or id) of something. */
export const queryFields = {
  status: { kind: 'choice', values: requestStates.states.map((state) => state.toLowerCase()) },
  is: { kind: 'choice', values: queryFlags },
  priority: { kind: 'choice', values: priorities },
  assignee: { kind: 'name' },
  requester: { kind: 'name' },
  desk: { kind: 'name' },
  team: { kind: 'name' },
  type: { kind: 'name' },
  category: { kind: 'name' },
  tag: { kind: 'name' },
  /** A field of the company's own and what is in it: `field:building=north`; the field alone, where anything is. */
  field: { kind: 'name' },
  department: { kind: 'name' },
  site: { kind: 'name' },
  region: { kind: 'name' },
  unit: { kind: 'name' },
  due: { kind: 'time' },
  created: { kind: 'time' },
  updated: { kind: 'time' },
  resolved: { kind: 'time' },
} as const satisfies Record<string, { kind: 'choice'; values: readonly string[] } | { kind: 'name' | 'time' }>
export type QueryField = keyof typeof queryFields

const isField = (word: string): word is QueryField => Object.hasOwn(queryFields, word)
const days = ['today', 'tomorrow', 'yesterday'] as const

/** A time of a filter: nearer or further than so long, before, after or on a day, or a word. */
export type QueryTime =
  | { kind: 'span'; than: '<' | '>'; minutes: number }
  | { kind: 'day'; than: '<' | '>' | '='; day: string }
  | { kind: 'word'; word: (typeof days)[number] | 'overdue' | 'none' }

const units = { m: 1, h: 60, d: 1440, w: 10_080 } as const

/** Reads `<4h`, `>2026-12-24`, `today`, `overdue`; null for anything else. */
export function readQueryTime(text: string): QueryTime | null {
  const word = [...days, 'overdue' as const, 'none' as const].find((one) => one === text)
  if (word) return { kind: 'word', word }
  const [, than, count, unit] = text.match(/^([<>])(\d{1,4})([mhdw])$/) ?? []
  if (than && count && unit) {
    // The expression allows these alone.
    const minutes = Number(count) * units[unit as keyof typeof units]
    return { kind: 'span', than: than as '<' | '>', minutes }
  }
  const [, side, day] = text.match(/^([<>]?)(\d{4}-\d\d-\d\d)$/) ?? []
  if (day === undefined || !dayShape.safeParse(day).success) return null
  return { kind: 'day', than: side === '<' || side === '>' ? side : '=', day }
}

export const longestQuery = 1000
const mostTerms = 20
const mostValues = 50

type Parsed = { query: RequestQuery; fault: null } | { query: null; fault: QueryFault }

/** Reads a line of filters, or says what is wrong with it. */
export function parseQuery(line: string): Parsed {
  const fail = (at: number, sentence: string): Parsed => ({ query: null, fault: { at, sentence } })
  if (line.length > longestQuery) return fail(longestQuery, `At most ${longestQuery} signs.`)
  const terms: QueryTerm[] = []
  const words: string[] = []
  let at = 0
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at += 1
      continue
    }
    const head = line.slice(at).match(/^(-?)([a-zA-Z][a-zA-Z_]*):/)
    if (!head) {
      const read = readValue(line, at, /\s/)
      if (read === null) return fail(at, 'A quote is opened here and never closed.')
      words.push(...read.value.split(/\s+/).filter(Boolean))
      at = read.end
      continue
    }
    const [start, minus = '', name = ''] = head
    const field = name.toLowerCase()
    if (!isField(field)) {
      const known = Object.keys(queryFields).join(', ')
      return fail(at, `There is no filter “${name}”. There are ${known}; a word with a colon goes in quotes.`)
    }
    const from = at
    at += start.length
    const values: string[] = []
    for (;;) {
      const read = readValue(line, at, /[\s,]/)
      if (read === null) return fail(at, 'A quote is opened here and never closed.')
      const value = wordOf(field, read.value)
      if (value === '') return fail(from, `Say which ${field} behind the colon, such as ${exampleOf(field)}.`)
      const wrong = faultOf(field, value, minus !== '')
      if (wrong) return fail(at, wrong)
      if (!values.includes(value)) values.push(value)
      at = read.end
      if (line.charAt(at) !== ',') break
      at += 1
    }
    const { kind } = queryFields[field]
    if (kind === 'time' && values.length > 1) return fail(from, `Only one time fits ${field}.`)
    if (values.length > mostValues) return fail(from, `At most ${mostValues} values fit one filter.`)
    terms.push({ field, not: minus !== '', values })
    if (terms.length > mostTerms) return fail(from, `At most ${mostTerms} filters fit one line.`)
  }
  return { query: { terms, text: words.join(' ') }, fault: null }
}

/** A word up to one of these ends, or what stands in quotes; null where a quote never ends. */
function readValue(line: string, from: number, ends: RegExp): { value: string; end: number } | null {
  let at = from
  let value = ''
  if (line.charAt(at) !== '"') {
    while (at < line.length && !ends.test(line.charAt(at))) at += 1
    return { value: line.slice(from, at), end: at }
  }
  for (at += 1; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '"') return { value, end: at + 1 }
    if (sign === '\\') at += 1
    value += line.charAt(at)
  }
  return null
}

/** Choices, tags and the words for oneself are one word in any case. */
function wordOf(field: QueryField, text: string): string {
  const value = text.trim().replace(/\s+/g, ' ')
  const { kind } = queryFields[field]
  if (kind === 'choice') return value.toLowerCase().replaceAll('-', '_')
  const isWord = /^(?:me|mine|none)$/i.test(value)
  return kind === 'time' || field === 'tag' || isWord ? value.toLowerCase() : value
}

function faultOf(field: QueryField, value: string, not: boolean): string | null {
  const it = queryFields[field]
  if (it.kind === 'choice') {
    // A list of literals does not take any string for a question.
    const known: readonly string[] = it.values
    return known.includes(value) ? null : `“${value}” is no ${field}. There are ${known.join(', ')}.`
  }
  if (it.kind === 'name') return null
  if (not) return `Turn the time round instead: ${field}:>… or ${field}:<….`
  const time = readQueryTime(value)
  const isOnlyOfDue = time?.kind === 'word' && (time.word === 'overdue' || time.word === 'none')
  if (time && (field === 'due' || !isOnlyOfDue)) return null
  return `“${value}” is no time. Write ${field}:<4h, ${field}:>2d, ${field}:today or ${field}:<2026-12-24.`
}

function exampleOf(field: QueryField): string {
  const it = queryFields[field]
  if (it.kind === 'choice') return `${field}:${it.values[0]}`
  return it.kind === 'time' ? `${field}:<4h` : field === 'tag' ? 'tag:vpn' : `${field}:"…"`
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
const bareValue = /^[^\s,"]+$/
const bareWord = /^[^\s":-][^\s":]*$/

/** The line that `parseQuery` reads as this. */
export function printQuery({ terms, text }: RequestQuery): string {
  const lines = terms.map(
    ({ field, not, values }) =>
      `${not ? '-' : ''}${field}:${values.map((value) => (bareValue.test(value) ? value : quoted(value))).join(',')}`,
  )
  if (text !== '') lines.push(bareWord.test(text) ? text : quoted(text))
  return lines.join(' ')
}

/** Both at once: what one looks at, narrowed by something else. */
export const joinQueries = (...lines: string[]): string =>
  lines.filter((line) => line.trim() !== '').join(' ')
