import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Received = { size: number; sha256: string }

/**
 * Writes a stream into a file, down to the disk, while counting and hashing it. Whatever goes wrong (the
 * sender leaves, the disk is full), the file is gone when this throws.
 */
export async function receive(source: Readable, path: string): Promise<Received> {
  const hash = createHash('sha256')
  let size = 0
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(source, counted, createWriteStream(path, { mode: 0o600, flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}
