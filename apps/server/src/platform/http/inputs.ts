import type { z } from 'zod'
import { Stop } from '../stop.ts'
import { refuseShape } from './problems.ts'

/** The query by its shape; a field that comes twice is refused, because nobody knows which one counts. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const twice = Object.entries(query ?? {}).filter(([, value]) => Array.isArray(value))
  if (twice.length > 0) {
    const errors = twice.slice(0, 20).map(([name]) => ({
      pointer: `?${name.slice(0, 100)}`,
      message: 'Say it once; a comma means "one of".',
    }))
    throw new Stop('invalid', `Check ${errors.map(({ pointer }) => pointer.slice(1)).join(', ')}.`, {
      errors,
    })
  }
  return parse(schema, query, 'query')
}

/** The value by its shape, or a refusal that names each field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: 'body' | 'query',
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw refuseShape(result.error, where)
  return result.data
}

/** The parts of the path, as texts. */
export function readParams(params: unknown): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(params ?? {})) {
    // A record whose name cannot be one does not exist.
    if (typeof value !== 'string' || value.length > 200 || value.includes('\0')) {
      throw new Stop('not_found', 'There is no such thing here.')
    }
    texts[name] = value
  }
  return texts
}

/** The versions of If-Match; null where any will do. */
export function readIfMatch(header: string | undefined): string[] | null {
  if (!header || header.trim() === '*') return null
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
}
