import { setTimeout as pause } from 'node:timers/promises'
import { cookieNames } from '../../apps/server/src/identity/cookies.ts'
import { openWindow } from '../../e2e/browser.ts'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { type Hall, now, socketCount } from '../hall.ts'
import type { Installation } from '../installation.ts'
import type { Server } from '../server.ts'
import { quantile } from '../statistics.ts'
import { signIn } from '../tokens.ts'
import { say } from './sockets.ts'

const samples = 40

/** From the answer to whoever wrote until the words stand in a technician's page, in another browser. */
export async function measurePixel(
  installation: Installation,
  server: Server,
  hall: Hall,
): Promise<Figure[]> {
  const { url } = server
  const [technician] = hall.listeners
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
    await page.goto(`/q/it-all?sel=${hall.request}`)
    await page.getByText('Warming up 29').first().waitFor()
    await page.evaluate(watch)
    const waits: number[] = []
    for (let at = -5; at < samples; at++) {
      const mark = `pixel-${at + 5}.`
      next = Promise.withResolvers()
      await say(server, hall, `Is this seen? ${mark}`)
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
