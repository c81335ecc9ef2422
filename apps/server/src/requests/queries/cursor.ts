import { Stop } from '../../platform/stop.ts'

/** Where a keyset page ended: the value that it is sorted by, as PostgreSQL's JSON writes it, and the row's id. */
export type Cursor = { value: string | null; id: string }

export const cursorOf = (value: string | null, id: string | null): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** How many there are, where it costs nothing to know: on a first page that is the last one as well. */
export const totalOf = (
  { cursor }: { cursor?: string | undefined },
  next: string | null,
  count: number,
): number | null => (cursor === undefined && next === null ? count : null)

const forms = {
  /** A time with up to microseconds. */
  time: (text: string) =>
    /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
  /** A day, or none, which stands last. */
  day: (text: string) =>
    text === 'infinity' || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))),
  /** A value as JSON has it, of which PostgreSQL makes the same again. */
  json: (text: string) => text.length <= 20_000 && isPlainJson(text),
  line: (text: string) => text.length <= 200 && !text.includes('\u0000'),
  rank: (text: string) => /^\d{1,4}$/.test(text),
  uuid: (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  number: (text: string) => /^\d{1,18}$/.test(text),
}

/**
 * The cursor that `cursorOf` made, of these forms, or 400: it comes back from outside and is believed
 * nothing. `value` null: the list is sorted by its ids alone.
 */
export function readCursor(
  text: string | undefined,
  {
    value,
    id,
    nullable = false,
  }: { value: 'time' | 'day' | 'json' | 'line' | 'rank' | null; id: 'uuid' | 'number'; nullable?: boolean },
): Cursor | null {
  if (text === undefined) return null
  const parts = parse(text)
  if (Array.isArray(parts) && parts.length === 2) {
    const [first, second]: unknown[] = parts
    const fits =
      first === null ? nullable || value === null : value && typeof first === 'string' && forms[value](first)
    if (fits && typeof second === 'string' && forms[id](second)) {
      return { value: typeof first === 'string' ? first : null, id: second }
    }
  }
  throw new Stop('invalid', 'Check cursor.', {
    errors: [{ pointer: '?cursor', message: 'Take it from the page before, as it is.' }],
  })
}

function isPlainJson(text: string): boolean {
  try {
    const isSound = (value: unknown) =>
      typeof value !== 'string' || (value.isWellFormed() && !value.includes('\u0000'))
    JSON.parse(text, (key, value: unknown) => {
      if (!isSound(key) || !isSound(value)) throw new SyntaxError('Not for PostgreSQL.')
      return value
    })
    return !/\d{20}|e[+-]?\d{3}/i.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))
  } catch {
    return false
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
