import type { AssetCondition, StockTakeSheet } from '@deskhand/contract'
import type * as z from 'zod'

/** A scan as it waits on the device. */
export type WaitingScan = {
  clientScanId: string
  stockTakeId: string
  /** Whose it is: sent only when they are signed in. */
  personId: string
  code: string
  at: string
  locationId?: string
  condition?: z.output<typeof AssetCondition>
  note?: string
  /** As long as it has not left. */
  photo?: File
  /** Which file it is at the server. */
  photoId?: string
  /** Why the server did not take it; it waits no more, and a person decides. */
  refusal?: string
}
export type KeptSheet = { id: string; personId: string; sheet: StockTakeSheet; savedAt: string }

/** What a device keeps of photos until they are sent; a browser that needs room throws away all that it keeps. */
export const photoLimits = { count: 20, bytes: 60_000_000 }

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('deskhand-counting', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('sheets', { keyPath: 'id' })
      request.result.createObjectStore('scans', { keyPath: 'clientScanId' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

/** Runs one request in a transaction of its own; it is on the disk when this answers. */
async function run<Result>(
  name: 'sheets' | 'scans',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result> | null,
): Promise<Result | undefined> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = ask(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const keepSheet = (kept: KeptSheet) => run('sheets', 'readwrite', (store) => store.put(kept))
export const readSheet = (id: string) =>
  // What was put there, by keepSheet alone.
  run('sheets', 'readonly', (store) => store.get(id) as IDBRequest<KeptSheet | undefined>)

export const dropSheets = () => run('sheets', 'readwrite', (store) => store.clear())

export const keepScan = (scan: WaitingScan) => run('scans', 'readwrite', (store) => store.put(scan))
export const keepScans = (scans: readonly WaitingScan[]) =>
  run('scans', 'readwrite', (store) => {
    for (const scan of scans) store.put(scan)
    return null
  })
export const dropScans = (ids: readonly string[]) =>
  run('scans', 'readwrite', (store) => {
    for (const id of ids) store.delete(id)
    return null
  })
const readAll = async (): Promise<WaitingScan[]> =>
  (await run('scans', 'readonly', (store) => store.getAll() as IDBRequest<WaitingScan[]>)) ?? []
/** Whether a photo of so many bytes still fits, beside those of all stock-takes. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const photos = (await readAll()).flatMap(({ photo }) => photo ?? [])
  const sum = photos.reduce((total, { size }) => total + size, bytes)
  return photos.length < photoLimits.count && sum <= photoLimits.bytes
}
export const readScans = async (stockTakeId: string): Promise<WaitingScan[]> =>
  (await readAll())
    .filter((scan) => scan.stockTakeId === stockTakeId)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
