import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { fileWords, refuseFile } from './fault.ts'
import { limits } from './limits.ts'

/** An opened workbook: what is in it, by name, and a way to unpack one part of it. */
export type Zip = {
  names: ReadonlySet<string>
  unpack: (name: string) => AsyncGenerator<string>
  close: () => void
}

/**
 * Opens a ZIP archive without unpacking anything. What comes out is counted while it comes, whatever the archive
 * promises, so that a bomb ends at the limit.
 */
export async function openZip(path: string): Promise<Zip> {
  const file = await open(path)
  const entries = await listed(file).catch((error: unknown) => {
    file.close()
    throw error
  })
  let unpacked = 0
  async function* unpack(name: string): AsyncGenerator<string> {
    const entry = entries.get(name)
    if (!entry) return
    const stream = await opened(file, entry)
    const decoder = new TextDecoder('utf-8')
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length
        if (unpacked > limits.unpacked) throw refuseFile(fileWords.unpacked)
        yield decoder.decode(chunk, { stream: true })
      }
      yield decoder.decode()
    } catch (error) {
      throw readable(error)
    } finally {
      stream.destroy()
    }
  }
  return { names: new Set(entries.keys()), unpack, close: () => file.close() }
}

const readable = (error: unknown) =>
  error instanceof Error && error.name !== 'Stop' && !('code' in error && error.code === 'EIO')
    ? refuseFile(fileWords.broken)
    : error

// Names are looked up in a map and never become a path, so what would climb out of a folder is one more that is not asked for.
const open = (path: string): Promise<ZipFile> =>
  new Promise((done, fail) =>
    yauzl.open(
      path,
      {
        lazyEntries: true,
        autoClose: false,
        strictFileNames: false,
        decodeStrings: true,
        validateEntrySizes: true,
      },
      (error, file) => (error || !file ? fail(refuseFile(fileWords.broken)) : done(file)),
    ),
  )

const listed = (file: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((done, fail) => {
    const entries = new Map<string, Entry>()
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > limits.parts) fail(refuseFile(fileWords.broken))
      else file.readEntry()
    })
    file.once('end', () => done(entries))
    file.once('error', () => fail(refuseFile(fileWords.broken)))
    file.readEntry()
  })

const opened = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((done, fail) => {
    if (entry.isEncrypted()) return fail(refuseFile(fileWords.sealed))
    file.openReadStream(entry, (error, stream) =>
      error || !stream ? fail(refuseFile(fileWords.broken)) : done(stream),
    )
  })
