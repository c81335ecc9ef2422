import { createReadStream } from 'node:fs'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * How the text of a file is written: by its byte order mark, by the zeros of UTF-16 without one, and otherwise UTF-8
 * where every byte of it fits, Windows-1252 where one does not. The whole file is looked at, because the first letter
 * beyond ASCII may come late.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (isFirst) {
      const wide = wideOf(chunk)
      if (wide) return wide
      isFirst = false
    }
    if (!fits(strict, chunk)) return 'windows-1252'
  }
  // What ends in the middle of a sign is not UTF-8 either.
  return fits(strict) ? 'utf-8' : 'windows-1252'
}

function fits(strict: TextDecoder, chunk?: Buffer): boolean {
  try {
    strict.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function wideOf(head: Buffer): Encoding | null {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const looked = head.subarray(0, 4_096)
  let even = 0
  let odd = 0
  for (const [at, byte] of looked.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  // Delimiters and digits are ASCII in every language, so half of these bytes are zero.
  const most = looked.length / 8
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

/** The text of a file in pieces, without its byte order mark. */
export async function* textOf(path: string, encoding: Encoding, end?: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, end === undefined ? {} : { end }) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  const rest = decoder.decode()
  if (rest && end === undefined) yield rest
}
