/**
 * Patterns of forms: regular expressions whose work grows with the length of the answer and never faster, in the
 * browser as on the server. All places of a pattern where a match may stand move on together, letter by letter, so
 * that nothing is ever tried again. What needs trying again (looking around, referring back) is not in the language.
 */

/** The most places of a pattern, with what is repeated written out; an answer's letter costs no more steps than this. */
export const mostPlaces = 250

type Part =
  | { letter: string }
  | { edge: 'start' | 'end' }
  | { row: Part[] }
  | { either: Part[] }
  | { repeat: Part; min: number; max: number }

type Place = { takes: number } | { edge: 'start' | 'end' } | { fork: true }
/** Where it starts, the places with where each goes on, and the letters and classes that they take. */
type Program = {
  start: number
  places: readonly (Place & { next: number[] })[]
  letters: readonly RegExp[]
}

/** Why this is no pattern that a form can have, in a sentence, or null. */
export function patternFault(pattern: string): string | null {
  const program = programOf(pattern)
  return typeof program === 'string' ? program : null
}

/**
 * Whether the whole text is what the pattern describes, and in how many steps that was found. A pattern with a fault,
 * which no published form has, describes every text.
 */
export function holdAgainst(pattern: string, text: string): { fits: boolean; steps: number } {
  const program = programOf(pattern)
  return typeof program === 'string' ? { fits: true, steps: 0 } : run(program, text)
}

const words = {
  none: 'This is not a pattern (a regular expression).',
  looksBack: 'A pattern cannot look around itself, refer back or name a group. A group is (…) or (?:…).',
  tooLong: `This pattern is too long. With what it repeats written out it can have ${mostPlaces} places.`,
}

// The lines of one answer ask for the same pattern again and again.
let last: { pattern: string; program: Program | string } | null = null

function programOf(pattern: string): Program | string {
  if (last?.pattern !== pattern) last = { pattern, program: compile(pattern) }
  return last.program
}

const refused = /^(?:\(\?(?!:)|\\[1-9kbB])/
const token =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|x..|c.|.)|\[(?:\\.|[^\]\\])*\]|\(\?:|[*+?]\??|\{\d+(?:,\d*)?\}\??|./suy

/** Reads what the language's own reader has found to be well formed, so that every bracket has its other half. */
function compile(pattern: string): Program | string {
  try {
    new RegExp(pattern, 'u')
  } catch {
    return words.none
  }
  const tokens: string[] = []
  token.lastIndex = 0
  for (let match = token.exec(pattern); match; match = token.exec(pattern)) {
    if (refused.test(pattern.slice(match.index))) return words.looksBack
    tokens.push(match[0])
  }
  const part = readEither(tokens)
  return sizeOf(part) < mostPlaces ? toProgram(part) : words.tooLong
}

function readEither(tokens: string[]): Part {
  const either = [readRow(tokens)]
  while (tokens[0] === '|') {
    tokens.shift()
    either.push(readRow(tokens))
  }
  return { either }
}

function readRow(tokens: string[]): Part {
  const row: Part[] = []
  while (tokens.length > 0 && tokens[0] !== '|' && tokens[0] !== ')') {
    const part = readOne(tokens)
    const times = timesOf(tokens[0] ?? '')
    if (times) tokens.shift()
    row.push(times ? { repeat: part, ...times } : part)
  }
  return { row }
}

function readOne(tokens: string[]): Part {
  const first = tokens.shift() ?? ''
  if (first === '^' || first === '$') return { edge: first === '^' ? 'start' : 'end' }
  if (first !== '(' && first !== '(?:') return { letter: first }
  const inner = readEither(tokens)
  tokens.shift()
  return inner
}

/** How often; greedy or not is the same where the whole text has to fit. */
function timesOf(said: string): { min: number; max: number } | null {
  if (/^[*+?]/.test(said)) return { min: said[0] === '+' ? 1 : 0, max: said[0] === '?' ? 1 : Infinity }
  const [, min, comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(said) ?? []
  if (min === undefined) return null
  return { min: Number(min), max: max ? Number(max) : comma ? Infinity : Number(min) }
}

/** How many places it has, with what is repeated written out. */
function sizeOf(part: Part): number {
  if ('row' in part) return part.row.reduce((sum, one) => sum + sizeOf(one), 1)
  if ('either' in part) return part.either.reduce((sum, one) => sum + sizeOf(one) + 1, -1)
  if (!('repeat' in part)) return 1
  const { repeat, min, max } = part
  return max === Infinity ? Math.max(min, 1) * sizeOf(repeat) + 1 : max * (sizeOf(repeat) + 1)
}

/** The places from the last to the first, each knowing where to go on; the first that is made is the end. */
function toProgram(pattern: Part): Program {
  const places: (Place & { next: number[] })[] = []
  const letters = new Map<string, number>()
  const add = (place: Place, ...next: number[]): number => places.push({ ...place, next }) - 1
  function build(part: Part, next: number): number {
    if ('letter' in part) {
      const takes = letters.get(part.letter) ?? letters.size
      letters.set(part.letter, takes)
      return add({ takes }, next)
    }
    if ('edge' in part) return add(part, next)
    if ('row' in part) return part.row.reduceRight((then, one) => build(one, then), next)
    if ('either' in part)
      return part.either
        .map((one) => build(one, next))
        .reduce((one, other) => add({ fork: true }, one, other))
    return repeat(part, next)
  }
  function repeat({ repeat: part, min, max }: Extract<Part, { min: number }>, next: number): number {
    let at = next
    let left = min
    if (max === Infinity) {
      const loop = add({ fork: true }, next)
      const body = build(part, loop)
      places[loop]?.next.push(body)
      at = min > 0 ? body : loop
      left = min - 1
    } else for (let more = max - min; more > 0; more--) at = add({ fork: true }, build(part, at), next)
    for (; left > 0; left--) at = build(part, at)
    return at
  }
  const start = build(pattern, add({ fork: true }))
  return { start, places, letters: [...letters.keys()].map((one) => new RegExp(`^${one}$`, 'u')) }
}

function run({ start, places, letters }: Program, text: string): { fits: boolean; steps: number } {
  const signs = [...text]
  let steps = 0
  let standing = new Set([start])
  for (let at = 0; at <= signs.length && standing.size > 0; at++) {
    const sign = signs[at]
    const then = new Set<number>()
    const isFit = letters.map((letter) => sign !== undefined && letter.test(sign))
    // A set that grows while it is gone through: whoever may pass an edge or a fork stands behind it as well.
    for (const index of standing) {
      steps++
      const place = places[index]
      if (!place) continue
      if ('takes' in place) {
        if (isFit[place.takes]) for (const next of place.next) then.add(next)
      } else if ('fork' in place || (place.edge === 'start' ? at === 0 : at === signs.length)) {
        for (const next of place.next) standing.add(next)
      }
    }
    if (at === signs.length) return { fits: standing.has(0), steps }
    standing = then
  }
  return { fits: false, steps }
}
