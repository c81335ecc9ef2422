import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The attachments folder. Files arrive under `tmp` and are kept under a place made of ids, never of a
 * sender's words; nothing in it is executable or served by its path.
 */
export function openStore(folder: string) {
  const root = join(folder, 'attachments')
  const arrivals = join(root, 'tmp')
  return {
    root,
    /** A path for a file that just arrives. */
    async arrival(): Promise<string> {
      await mkdir(arrivals, { recursive: true, mode: 0o700 })
      return join(arrivals, randomUUID())
    },
    /** Moves what arrived to its place, so that it is there after a power cut. */
    async keep(arrival: string, place: string): Promise<void> {
      const target = join(root, place)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(arrival, target)
      const parent = await open(dirname(target), constants.O_RDONLY)
      try {
        await parent.sync()
      } finally {
        await parent.close()
      }
    },
    discard: (arrival: string): Promise<void> => rm(arrival, { force: true }),
    remove: (place: string): Promise<void> => rm(join(root, place), { force: true }),
    /** The file at a place, or null where there is none. */
    async read(place: string): Promise<{ file: FileHandle; size: number } | null> {
      try {
        const file = await open(join(root, place), constants.O_RDONLY)
        return { file, size: (await file.stat()).size }
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    /** Removes arrivals older than this; their senders are long gone. Answers how many. */
    sweepArrivals: (before: Date): Promise<number> => sweep(arrivals, before, async () => new Set()),
    /** Removes what lies in these folders, is older than this and is not `kept`: traces of a crash between file and row. */
    async sweepPlaces(
      folders: string[],
      before: Date,
      kept: (names: string[]) => Promise<ReadonlySet<string>>,
    ): Promise<number> {
      const counts = await Promise.all(folders.map((below) => sweep(join(root, below), before, kept)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    /** The names in a folder; none where it does not exist. */
    list: (below: string): Promise<string[]> => namesIn(join(root, below)),
  }
}

export type Store = ReturnType<typeof openStore>

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

async function sweep(
  folder: string,
  before: Date,
  kept: (names: string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const names = await namesIn(folder)
  const old: string[] = []
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile() && found.mtime < before) old.push(name)
  }
  if (old.length === 0) return 0
  const keep = await kept(old)
  const gone = old.filter((name) => !keep.has(name))
  await Promise.all(gone.map((name) => rm(join(folder, name), { force: true })))
  return gone.length
}
