import { type StockTakeSheet, scanned, stockTakes } from '@deskhand/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../call.ts'
import { countWords as words } from '../words.ts'
import { newScanId } from './newScanId.ts'
import { patience } from './patience.ts'
import { isLater, type Sent, sendScans } from './sendScans.ts'
import {
  dropScans,
  hasRoomFor,
  keepScan,
  keepSheet,
  photoLimits,
  readScans,
  readSheet,
  type WaitingScan,
} from './store.ts'

/** How often what waits is tried again while the page is open. */
const pause = 10_000

/** What is said of a scan beside where it was. */
export type Told = Pick<WaitingScan, 'condition' | 'note' | 'photo'>
/** A scan of this visit: as it waits, or what came of it. */
export type CountedLine = { scan: WaitingScan; sent: Sent | null }

/**
 * The counting of one stock-take on this device: what is to be found comes from the server or from what the device kept,
 * every scan is written down before anything else happens to it, and leaves as soon as somebody hears it.
 */
export function useCounting(stockTakeId: string, personId: string) {
  const [sheet, setSheet] = useState<StockTakeSheet | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [lines, setLines] = useState<CountedLine[]>([])
  const [waiting, setWaiting] = useState<WaitingScan[]>([])
  const sending = useRef<Promise<void> | null>(null)
  const loading = useRef(false)
  const isFresh = useRef(false)

  const look = useCallback(async () => {
    const scans = await readScans(stockTakeId)
    setWaiting(scans)
    // Read before the page was opened anew, and still here.
    setLines((was) => {
      const known = new Set(was.map(({ scan }) => scan.clientScanId))
      const more = scans.filter((scan) => scan.personId === personId && !known.has(scan.clientScanId))
      return more.length === 0 ? was : [...was, ...more.map((scan) => ({ scan, sent: null }))]
    })
  }, [stockTakeId, personId])

  const load = useCallback(async () => {
    if (loading.current) return
    loading.current = true
    try {
      const kept = await readSheet(stockTakeId).catch(() => undefined)
      // At once, because a line may stand on which nothing comes. What another person was shown is theirs.
      const own = kept?.personId === personId ? kept.sheet : null
      if (own) setSheet((was) => was ?? own)
      try {
        const params = { id: stockTakeId }
        const fresh = await call(stockTakes.sheet, { params }, { signal: patience() })
        setSheet(fresh)
        setProblem(null)
        isFresh.current = true
        await keepSheet({ id: stockTakeId, personId, sheet: fresh, savedAt: new Date().toISOString() })
      } catch (thrown) {
        if (own && isLater(thrown)) return
        // A refusal is the server's word, and what is kept is old.
        if (!isLater(thrown)) setSheet(null)
        setProblem(thrown)
      }
    } finally {
      loading.current = false
    }
  }, [stockTakeId, personId])

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = sendScans(stockTakeId, personId, (scan, sent) =>
      setLines((was) => {
        const isHere = was.some((line) => line.scan.clientScanId === scan.clientScanId)
        return isHere
          ? was.map((line) => (line.scan.clientScanId === scan.clientScanId ? { ...line, sent } : line))
          : [...was, { scan, sent }]
      }),
    ).finally(() => {
      sending.current = null
    })
    await sending.current
    await look()
  }, [stockTakeId, personId, look])

  useEffect(() => {
    void load()
    void look().then(send)
    const again = () => void send().then(load)
    const timer = setInterval(() => void send().then(() => (isFresh.current ? undefined : load())), pause)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [load, look, send])

  const add = useCallback(
    async (read: string, locationId: string | null) => {
      const code = scanned(read).toUpperCase()
      if (code === '') return
      const scan: WaitingScan = {
        clientScanId: newScanId(),
        stockTakeId,
        personId,
        code,
        at: new Date().toISOString(),
        ...(locationId && { locationId }),
      }
      await keepScan(scan)
      await look()
      await send()
    },
    [stockTakeId, personId, look, send],
  )
  /** Says more of a scan: as a scan of its own, because the first may be gone already. Answers why it cannot be kept. */
  const tell = useCallback(
    async (about: WaitingScan, more: Told): Promise<string | null> => {
      if (more.photo && !(await hasRoomFor(more.photo.size))) return words.photosFull(photoLimits)
      const { refusal: _, photo: __, photoId: ___, ...rest } = about
      try {
        await keepScan({ ...rest, ...more, clientScanId: newScanId(), at: new Date().toISOString() })
      } catch {
        return words.deviceFull
      }
      await look()
      void send()
      return null
    },
    [look, send],
  )
  const drop = useCallback(
    async (id: string) => {
      await dropScans([id])
      setLines((was) => was.filter(({ scan }) => scan.clientScanId !== id))
      await look()
    },
    [look],
  )
  return { sheet, problem, lines, waiting, add, tell, drop, reload: load }
}
