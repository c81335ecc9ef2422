import { type QueryField, queryFields } from '@deskhand/contract'

/** What is being typed at the end of a line of filters: the name of a field, or a value of one. */
export type Completing =
  | { kind: 'field'; typed: string; start: number }
  | { kind: 'value'; field: QueryField; typed: string; start: number }

const fields = Object.keys(queryFields) as QueryField[]

/** Reads the line up to where one types; null where nothing of it could be completed. */
export function completing(line: string): Completing | null {
  const value = line.match(/(?:^|\s)-?([a-zA-Z]+):((?:[^\s",]|"[^"]*"|,)*,)?("[^"]*|[^\s",]*)$/)
  if (value) {
    const [, name = '', , typed = ''] = value
    const field = fields.find((one) => one === name.toLowerCase())
    return field
      ? { kind: 'value', field, typed: typed.replace(/^"/, ''), start: line.length - typed.length }
      : null
  }
  // What stands in quotes is looked for.
  if (line.split('"').length % 2 === 0) return null
  const [, typed = ''] = line.match(/(?:^|\s)-?([a-zA-Z]+)$/) ?? []
  return typed === '' ? null : { kind: 'field', typed, start: line.length - typed.length }
}

export const fieldsLike = (typed: string): QueryField[] =>
  fields.filter((one) => one.startsWith(typed.toLowerCase()))

/** The line with what was chosen in place of what was typed; behind a value one goes on with the next word. */
export function completed(line: string, { kind, start }: Completing, chosen: string): string {
  const before = line.slice(0, start)
  if (kind === 'field') return `${before}${chosen}:`
  return `${before}${/[\s,"]/.test(chosen) ? `"${chosen.replace(/["\\]/g, '\\$&')}"` : chosen} `
}
