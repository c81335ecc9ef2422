import { Stop } from '../../platform/stop.ts'

/** Where a keyset page ended: the value that it is sorted by, as PostgreSQL's JSON writes it, and the row's id. */
export type Cursor = { value: string | null; id: string }

export const cursorOf = (value: string | null, id: string | null): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

const forms = {
  /** A time with up to microseconds. */
  time: (text: string) =>
    /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
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
  }: { value: 'time' | 'rank' | null; id: 'uuid' | 'number'; nullable?: boolean },
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

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
