import type { JsonSchema } from '../openapi/schemas.ts'
import { nameOf } from './document.ts'
import { escaped } from './frame.ts'

const schemaOf = (value: unknown): JsonSchema | null =>
  typeof value === 'object' && value !== null ? (value as JsonSchema) : null
const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? (value as JsonSchema[]) : [])

/**
 * A shape as one would write it down, in HTML: `{ summary: text ≤ 500, tags?: text[] }`, a field a line. Named shapes
 * are links to their own page, so that no page holds another a hundred times.
 */
export function shapeText(schema: JsonSchema, indent = ''): string {
  const { $ref, const: only, enum: choices, anyOf, oneOf, allOf, type } = schema
  if (typeof $ref === 'string') return `<a href="/docs/shapes/${nameOf($ref)}">${nameOf($ref)}</a>`
  if (only !== undefined) return escaped(JSON.stringify(only))
  if (Array.isArray(choices)) return choices.map((one) => escaped(String(one))).join(' | ')
  for (const options of [anyOf, oneOf])
    if (Array.isArray(options)) return options.map((one) => shapeText(one, indent)).join(' | ')
  if (Array.isArray(allOf)) return allOf.map((one) => shapeText(one, indent)).join(' &amp; ')
  if (type === 'object') return objectText(schema, indent)
  if (type === 'array') return listText(schema, indent)
  return Array.isArray(type)
    ? type.map((one) => plainText({ ...schema, type: one })).join(' | ')
    : plainText(schema)
}

function objectText(
  { properties, required, additionalProperties, propertyNames }: JsonSchema,
  indent: string,
) {
  const inner = `${indent}  `
  const fields = Object.entries(schemaOf(properties) ?? {}).map(([name, field]) => {
    const schema = schemaOf(field) ?? {}
    const mark = listOf(required).some((one) => String(one) === name) ? '' : '?'
    const { description } = schema
    const note = typeof description === 'string' ? ` <i>${escaped(description)}</i>` : ''
    return `${inner}${escaped(name)}${mark}: ${shapeText(schema, inner)}${note}`
  })
  const others = schemaOf(additionalProperties)
  if (others) {
    const key = schemaOf(propertyNames)
    fields.push(`${inner}[${key ? shapeText(key, inner) : 'text'}]: ${shapeText(others, inner)}`)
  }
  return fields.length > 0 ? `{\n${fields.join('\n')}\n${indent}}` : '{}'
}

function listText({ items, prefixItems, minItems, maxItems }: JsonSchema, indent: string): string {
  if (Array.isArray(prefixItems)) return `[${prefixItems.map((one) => shapeText(one, indent)).join(', ')}]`
  const of = shapeText(schemaOf(items) ?? {}, indent)
  return `${of.includes(' | ') ? `(${of})` : of}[]${bounds(minItems, maxItems)}`
}

const typeNames: Record<string, string> = {
  string: 'text',
  boolean: 'true | false',
  integer: 'whole number',
  null: 'null',
}

const formats: Record<string, string> = { 'date-time': 'moment', date: 'day', uuid: 'id', binary: 'file' }

function plainText({ type, format, ...schema }: JsonSchema): string {
  const name =
    typeof format === 'string'
      ? (formats[format] ?? format)
      : (typeNames[String(type)] ?? String(type ?? 'anything'))
  const isText = type === 'string'
  const least = isText ? schema['minLength'] : schema['minimum']
  const most = isText ? schema['maxLength'] : schema['maximum']
  const given = schema['default'] === undefined ? '' : ` = ${escaped(JSON.stringify(schema['default']))}`
  return `${escaped(name)}${bounds(least, most)}${given}`
}

function bounds(least: unknown, most: unknown): string {
  if (typeof least === 'number' && typeof most === 'number' && least > 1) return ` ${least}–${most}`
  if (typeof most === 'number') return ` ≤ ${most}`
  return typeof least === 'number' && least > 1 ? ` ≥ ${least}` : ''
}
