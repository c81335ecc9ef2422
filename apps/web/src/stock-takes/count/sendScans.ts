import { files, type StockTakeOutcome, stockTakeLimits, stockTakes } from '@deskhand/contract'
import { call } from '../../call.ts'
import { problemOf } from '../../ui/problem.ts'
import { sendFile } from '../../uploads.ts'
import { patience } from './patience.ts'
import { dropScans, keepScan, keepScans, readScans, type WaitingScan } from './store.ts'

export type Sent = { outcome: StockTakeOutcome; assetTag: string | null; name: string | null }

/** Whether the server was not reached, or not able to answer: it is tried again later. */
export function isLater(thrown: unknown): boolean {
  const problem = problemOf(thrown)
  return !problem || problem.status >= 500 || problem.status === 429 || problem.status === 401
}

/**
 * Sends what waits on this device, piece by piece; what is taken leaves the device. Without a network all of it stays.
 * What the server refuses stays as well, with its sentence, and does not hold up the rest.
 */
export async function sendScans(
  stockTakeId: string,
  personId: string,
  onSent: (scan: WaitingScan, result: Sent) => void,
): Promise<void> {
  for (;;) {
    const all = await readScans(stockTakeId)
    const waiting = all.filter((scan) => scan.personId === personId && !scan.refusal)
    const [first] = waiting
    if (!first) return
    // Photos are large: what has none, or whose photo has arrived, goes before them.
    const piece = waiting.filter(({ photo }) => !photo).slice(0, stockTakeLimits.scans)
    try {
      if (piece.length === 0) {
        await sendPhoto(first)
        continue
      }
      const scans = piece.map(({ stockTakeId: _, personId: __, refusal: ___, photo: ____, ...scan }) => scan)
      const input = { params: { id: stockTakeId }, body: { scans } }
      const { results } = await call(stockTakes.scans, input, { signal: patience() })
      await dropScans(piece.map(({ clientScanId }) => clientScanId))
      const byId = new Map(results.map((result) => [result.clientScanId, result]))
      for (const scan of piece) {
        const result = byId.get(scan.clientScanId)
        if (result) onSent(scan, result)
      }
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (!problem || isLater(thrown)) return
      const at = problem.errors?.flatMap(({ pointer }) => pointer.match(/^\/scans\/(\d+)\//)?.[1] ?? []) ?? []
      const tried = piece.length > 0 ? piece : [first]
      const bad = at.length > 0 ? at.flatMap((index) => tried[Number(index)] ?? []) : tried
      await keepScans(bad.map((scan) => ({ ...scan, refusal: problem.detail })))
    }
  }
}

/** The photo goes to the server and leaves the device; its scan goes after it with the id. */
async function sendPhoto({ photo, ...scan }: WaitingScan): Promise<void> {
  if (!photo) return
  const outgoing = { file: photo, key: scan.clientScanId, signal: patience(120) }
  await keepScan({ ...scan, photoId: await sendFile(files.stage, outgoing) })
}
