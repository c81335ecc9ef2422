import { get } from 'node:http'
import type { BrowserContext, Page } from 'playwright-core'
import { openWindow, phone, signIn } from '../../e2e/browser.ts'
import { type Figure, figure, kilobytes, milliseconds, seconds } from '../figure.ts'
import type { Server } from '../server.ts'
import { median } from '../statistics.ts'

const loads = 3
/** A phone on a slow line: 1.6 Mbit/s down, 150 ms there and back, a processor four times slower. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const slowdown = 4

/** What the first visit loads and how it feels on a slow phone; what a technician's first visit loads. */
export async function measureWeb({ url }: Server): Promise<Figure[]> {
  const employee = await weigh(url, 'marta@harbour.example', '/')
  const technician = await weigh(url, 'ana@harbour.example', '/q/todo')
  const slow = await onSlowPhone(url, 'marta@harbour.example')
  const lcp = median(slow.map((one) => one.lcp))
  const inp = median(slow.map((one) => one.inp))
  const shift = Math.max(...slow.map((one) => one.shift))
  return [
    weight('employee’s home, JavaScript', employee.script, 250, employee),
    weight('employee’s home, CSS', employee.style, 40, employee),
    weight('technician’s queue, JavaScript', technician.script, 380, technician),
    figure({
      row: 'web',
      what: 'employee’s home, LCP on a slow phone',
      measured: seconds(lcp / 1000),
      budget: '≤ 1.8 s',
      holds: lcp <= 1_800,
      note: `the greeting, in the middle of ${loads} first visits; 1.6 Mbit/s, 150 ms, processor ÷ ${slowdown}; the reader’s own requests stand there after ${seconds(median(slow.map((one) => one.rows)) / 1000)}`,
      raw: slow,
    }),
    figure({
      row: 'web',
      what: 'the same, layout shift',
      measured: shift.toFixed(3),
      budget: '≤ 0.02',
      holds: shift <= 0.02,
      note: 'the worst of the visits, until the line is quiet',
      raw: slow.map((one) => one.shift),
    }),
    figure({
      row: 'web',
      what: 'the same, INP',
      measured: milliseconds(inp),
      budget: '≤ 120 ms',
      holds: inp <= 120,
      note: 'tapping and typing in the search field, opening a request',
      raw: slow.map((one) => one.inp),
    }),
  ]
}

const weight = (what: string, bytes: number, most: number, raw: unknown): Figure =>
  figure({
    row: 'web',
    what: `${what} (gzip)`,
    measured: kilobytes(bytes),
    budget: `≤ ${most} KB`,
    holds: bytes <= most * 1000,
    raw,
  })

/** The files that a first visit asks for, in the size in which gzip sends them. */
async function weigh(url: string, email: string, path: string) {
  const { context, page } = await openWindow(url)
  try {
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(request.url()))
    await signIn(context, url, email)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const of = async (ending: RegExp) => {
      const files = [...asked].filter((one) => one.startsWith(url) && ending.test(new URL(one).pathname))
      const sizes = await Promise.all(files.map(gzipSize))
      return { total: sizes.reduce((sum, size) => sum + size, 0), count: files.length }
    }
    const [script, style] = [await of(/\.js$/), await of(/\.css$/)]
    return { script: script.total, style: style.total, files: script.count + style.count }
  } finally {
    await context.close()
  }
}

/** As it travels; `fetch` would unpack it. */
const gzipSize = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0
      response.on('data', (piece: Buffer) => {
        size += piece.length
      })
      response.on('end', () => resolve(size))
    }).on('error', reject)
  })

/** Milliseconds; `rows` until the first of the reader's requests stands there. */
type Felt = { lcp: number; inp: number; shift: number; rows: number }

async function onSlowPhone(url: string, email: string): Promise<Felt[]> {
  const felt: Felt[] = []
  while (felt.length < loads) {
    const { context, page } = await openWindow(url, { viewport: phone })
    try {
      await signIn(context, url, email)
      await slowDown(context, page)
      await page.addInitScript(watch)
      await page.goto('/')
      await page.locator('main a[href^="/r/"]').first().waitFor()
      await page.waitForLoadState('networkidle')
      const loaded = await read(page)
      await interact(page)
      felt.push({ ...loaded, inp: (await read(page)).inp })
    } finally {
      await context.close()
    }
  }
  return felt
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

async function interact(page: Page): Promise<void> {
  const field = page.locator('main input').first()
  await field.tap()
  await page.keyboard.type('laptop', { delay: 150 })
  await page.keyboard.press('Escape')
  await field.fill('')
  await page.locator('main h1').first().tap()
  await page.locator('main a[href^="/r/"]').first().tap()
  await page.waitForURL(/\/r\//)
  await page.waitForLoadState('networkidle')
}

const read = (page: Page): Promise<Felt> =>
  page.evaluate(() => ({
    lcp: Number(Reflect.get(window, 'measuredLcp') ?? Number.NaN),
    inp: Number(Reflect.get(window, 'measuredInp') ?? Number.NaN),
    shift: Number(Reflect.get(window, 'measuredShift') ?? 0),
    rows: Number(Reflect.get(window, 'measuredRows') ?? Number.NaN),
  }))

/** Runs in the page before all else: keeps the largest paint, what moved, and the longest wait after a press. */
function watch(): void {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) Reflect.set(window, 'measuredLcp', startTime)
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  let shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue
      shift += Number(Reflect.get(entry, 'value'))
      Reflect.set(window, 'measuredShift', shift)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const looking = setInterval(() => {
    if (!document.querySelector('main a[href^="/r/"]')) return
    Reflect.set(window, 'measuredRows', performance.now())
    clearInterval(looking)
  }, 10)
  let longest = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!Reflect.get(entry, 'interactionId')) continue
      longest = Math.max(longest, entry.duration)
      Reflect.set(window, 'measuredInp', longest)
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
