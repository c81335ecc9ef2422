import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { words } from '../words.ts'
import { Fault } from './fault.ts'

/** What an agent may send: usual are 30 KB for 400 KB; big switches have a few megabytes. */
export const limits = { packed: 8 * 1024 * 1024, plain: 24 * 1024 * 1024 }

/** An agent may take so long to send what it has to say. */
const slowest = 60_000

/**
 * Whole, or a fault as soon as it is larger than it may be; what is too much is not kept. `hold` says of each piece
 * whether there is room for it beside what others are sending.
 */
export async function readBody(
  stream: Readable,
  hold: (size: number) => boolean,
  most = limits.packed,
): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => stream.destroy(new Fault('unreadable', words.tooSlow)), slowest).unref()
  try {
    // The connection stays, so that the agent hears why.
    for await (const part of stream.iterator({ destroyOnReturn: false })) {
      const bytes: Buffer = part
      size += bytes.length
      if (size > most) throw new Fault('too_large', words.tooLarge)
      if (!hold(bytes.length)) throw new Fault('busy', words.busy)
      parts.push(bytes)
    }
  } finally {
    clearTimeout(timer)
  }
  return Buffer.concat(parts, size)
}

/**
 * What was packed, by its first bytes (agents do not say it in headers): zlib, gzip, or as it is. Inflating stops at the
 * bound, so that a bomb costs no more than any other report.
 */
export async function unpack(packed: Buffer, most = limits.plain): Promise<Buffer> {
  const stream = inflaterOf(packed)
  if (!stream) return packed
  const parts: Buffer[] = []
  let size = 0
  stream.end(packed)
  try {
    for await (const part of stream) {
      const bytes: Buffer = part
      size += bytes.length
      if (size > most) throw new Fault('too_large', words.tooLarge)
      parts.push(bytes)
    }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('unreadable', words.notPacked)
  } finally {
    stream.destroy()
  }
  return Buffer.concat(parts, size)
}

function inflaterOf(bytes: Buffer) {
  const [first = 0, second = 0] = bytes
  if (first === 0x1f && second === 0x8b) return createGunzip()
  // The header of zlib (RFC 1950): deflate, and a check that divides by 31.
  if ((first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0) return createInflate()
  if (isText(bytes)) return null
  return first % 2 === 1 ? createInflateRaw() : createBrotliDecompress()
}

/** Begins as JSON or XML does, after spaces and a byte order mark. */
function isText(bytes: Buffer): boolean {
  const first = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()[0]
  return first === undefined || first === '{' || first === '<'
}
