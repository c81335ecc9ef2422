import { setTimeout as pause } from 'node:timers/promises'
import { cookieNames } from '../../apps/server/src/identity/cookies.ts'
import { openWindow } from '../../e2e/browser.ts'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { type Hall, now, send, socketCount } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { posting } from '../load/target.ts'
import type { Server } from '../server.ts'
import { quantile } from '../statistics.ts'
import { signIn } from '../tokens.ts'
import { say } from './sockets.ts'

const samples = 40
const summary = 'One technician shall see this'

/** From the answer to whoever wrote until the words stand in a technician's page, in another browser. */
export async function measurePixel(
  installation: Installation,
  server: Server,
  hall: Hall,
): Promise<Figure[]> {
  const { url } = server
  const quiet = await openQuietRequest(server, hall)
  const [technician] = quiet.desk.technicians
  const [token = ''] = await signIn(installation, hall.company, technician ? [technician] : [])
  const { context, page } = await openWindow(url)
  try {
    await context.addCookies([{ name: cookieNames(url).access, value: token, url, httpOnly: true }])
    const seen = new Map<string, number>()
    let next = Promise.withResolvers<void>()
    await page.exposeBinding('told', (_, mark: string, at: number) => {
      if (!seen.has(mark)) seen.set(mark, at)
      next.resolve()
    })
    await page.goto(`/q/${quiet.desk.code.toLowerCase()}-all?sel=${quiet.request}`)
    await page.getByRole('heading', { name: summary }).waitFor()
    await page.evaluate(watch)
    const waits: number[] = []
    for (let at = -5; at < samples; at++) {
      const mark = `pixel-${at + 5}.`
      next = Promise.withResolvers()
      await say(server, { ...hall, request: quiet.request }, `Is this seen? ${mark}`)
      const answered = now()
      while (!seen.has(mark)) {
        const isLate = await Promise.race([next.promise, pause(10_000, true, { ref: false })])
        if (isLate) throw new Error(`The page did not show ${mark} within 10 s.`)
        next = Promise.withResolvers()
      }
      // The first few find code that has not run yet.
      if (at >= 0) waits.push(Math.max(0, (seen.get(mark) ?? 0) - answered))
      await pause(150 + Math.random() * 200)
    }
    const p95 = quantile(waits, 0.95)
    return [
      figure({
        row: 'pixel',
        what: `commit → pixel, ${socketCount.toLocaleString('en')} idle sockets, p95`,
        measured: milliseconds(p95),
        budget: '≤ 250 ms',
        holds: p95 <= 250,
        note: `p50 ${milliseconds(quantile(waits, 0.5))} over ${waits.length} replies`,
        raw: waits,
      }),
    ]
  } finally {
    await context.close()
  }
}

/** Of another desk than the one whose sockets are open: they stay connected and hear nothing of it. */
async function openQuietRequest({ url }: Server, { company, token }: Hall) {
  const desk = company.desks[1]
  if (!desk) throw new Error('A company with one desk.')
  const target = posting('/requests', token, { serviceDeskCode: desk.code, summary })
  const { referenceNumber } = await send<{ referenceNumber: string }>(url, target)
  return { desk, request: referenceNumber }
}

/** Runs in the page: tells when a mark first stands in it. */
function watch(): void {
  const tell: unknown = Reflect.get(window, 'told')
  const told = new Set<string>()
  const look = () => {
    const at = performance.timeOrigin + performance.now()
    for (const [mark] of (document.body.textContent ?? '').matchAll(/pixel-\d+\./g)) {
      if (told.has(mark)) continue
      told.add(mark)
      if (typeof tell === 'function') tell(mark, at)
    }
  }
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
}
