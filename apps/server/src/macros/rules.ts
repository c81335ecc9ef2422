import { type TextVariable, textVariables } from '@deskhand/contract'
import { Liquid } from 'liquidjs'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** No files, no loops, no variables of one's own: a text with gaps and the choice between two wordings. */
const engine = new Liquid({
  templates: {},
  ownPropertyOnly: true,
  strictFilters: true,
  relativeReference: false,
  dynamicPartials: false,
  parseLimit: 20_000,
  renderLimit: 2_000,
  memoryLimit: 200_000,
})
const tags = new Set(['if', 'unless', 'case', 'comment', 'raw'])
for (const name of Object.keys(engine.tags)) if (!tags.has(name)) Reflect.deleteProperty(engine.tags, name)
// Those that take any text and never make much more of it than there was.
const filters = new Set([
  ...[
    'append',
    'capitalize',
    'default',
    'downcase',
    'lstrip',
    'prepend',
    'remove',
    'rstrip',
    'squish',
    'strip',
  ],
  ...['strip_newlines', 'truncate', 'truncatewords', 'upcase'],
])
for (const name of Object.keys(engine.filters)) if (!filters.has(name)) engine.unregisterFilter(name)
/** What a message holds. */
const longest = 20_000

const known = Object.keys(textVariables)

export type Values = Record<TextVariable, string>

/** Why a text cannot be saved, or null when every variable in it exists and it says something. */
export function faultOfText(text: string): string | null {
  const fault = faultOf(() => {
    const named = engine.globalFullVariablesSync(engine.parse(text))
    const unknown = [...new Set(named.filter((name) => !known.includes(name)))]
    return unknown.length > 0 ? words.unknown(unknown, known) : null
  })
  if (fault) return fault
  const example = fillText(text, textVariables)
  return example.fault ?? (example.text === '' ? words.empty : null)
}

/** A text with its variables filled in; where that cannot be done the text as it was written, and why. */
export type Filled = { text: string; fault: string | null }

/**
 * The text with its variables filled in. What people wrote goes in as it is and is never read as a template again;
 * messages are plain text, escaped wherever they are shown.
 */
export function fillText(text: string, values: Values): Filled {
  let filled = ''
  const fault = faultOf(() => {
    filled = String(engine.parseAndRenderSync(text, nested(values))).trim()
    return filled.length > longest ? words.tooLong(longest) : null
  })
  return fault ? { text, fault } : { text: filled, fault: null }
}

/** The same for whoever has to say it: stops where it cannot be filled in. */
export function mustFill(text: string, values: Values): string {
  const filled = fillText(text, values)
  if (filled.fault) throw new Stop('state', filled.fault)
  return filled.text
}

/** What the engine says against a text, in a sentence; whether it can be filled in may hang on what is filled in. */
function faultOf(work: () => string | null): string | null {
  try {
    return work()
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : ''
    return words.unreadable(said.split('\n')[0]?.replace(/, line:.*$/, '') ?? '')
  }
}

/** `{'me.name': …}` as `{me: {name: …}}`. */
function nested(values: Record<string, string>): Record<string, Record<string, string>> {
  const scope: Record<string, Record<string, string>> = {}
  for (const [path, value] of Object.entries(values)) {
    const [whole = '', part = ''] = path.split('.')
    scope[whole] = { ...scope[whole], [part]: value }
  }
  return scope
}
