import { type TextVariable, textVariables } from '@deskhand/contract'
import { Liquid, type Template } from 'liquidjs'
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

const known = Object.keys(textVariables)

export type Values = Record<TextVariable, string>

/** Why a text cannot be saved, or null when every variable in it exists. */
export function faultOfText(text: string): string | null {
  let parsed: Template[]
  try {
    parsed = engine.parse(text)
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : ''
    return words.unreadable(said.split('\n')[0]?.replace(/, line:.*$/, '') ?? '')
  }
  const named = engine.globalFullVariablesSync(parsed)
  const unknown = [...new Set(named.filter((name) => !known.includes(name)))]
  if (unknown.length > 0) return words.unknown(unknown, known)
  return engine.renderSync(parsed, nested(textVariables)).trim() === '' ? words.empty : null
}

/**
 * The text with its variables filled in. What people wrote goes in as it is and is never read as a template again;
 * messages are plain text, escaped wherever they are shown.
 */
export const renderText = (text: string, values: Values): string =>
  String(engine.parseAndRenderSync(text, nested(values))).trim()

/** `{'me.name': …}` as `{me: {name: …}}`. */
function nested(values: Record<string, string>): Record<string, Record<string, string>> {
  const scope: Record<string, Record<string, string>> = {}
  for (const [path, value] of Object.entries(values)) {
    const [whole = '', part = ''] = path.split('.')
    scope[whole] = { ...scope[whole], [part]: value }
  }
  return scope
}
