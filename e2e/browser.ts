import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Promise<Browser> | undefined

/** One browser for the whole run: a Chromium of the machine, or the one that came from npm. */
export function openBrowser(): Promise<Browser> {
  browser ??= launch()
  return browser
}

/** A browser of its own whose camera shows this film; close it when it is done. */
export const openBrowserWithCamera = (film: string): Promise<Browser> =>
  launch([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])

async function launch(more: readonly string[] = []): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (system) return chromium.launch({ executablePath: system, args: [...flags, ...more] })
  // The package looks at this when it is imported, to know which libraries to unpack.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  // It unpacks itself into the folder for temporary files, where another person's copy could lie already.
  const shared = process.env['TMPDIR']
  const own = join(tmpdir(), `deskhand-chromium-${userInfo().uid}`)
  await mkdir(own, { recursive: true, mode: 0o700 })
  process.env['TMPDIR'] = own
  const executablePath = await packaged.executablePath()
  if (shared === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = shared
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** How long a page may take on a busy machine, in milliseconds. */
export const patience = 20_000

type Look = { viewport?: { width: number; height: number }; scheme?: 'light' | 'dark'; browser?: Browser }

/**
 * A window of its own with nobody signed in, or one more in `context`. Whatever a page complains about fails the test
 * that uses it.
 */
export async function openWindow(
  url: string,
  {
    context: open,
    viewport = desktop,
    scheme = 'light',
    browser: own,
  }: Look & { context?: BrowserContext | undefined } = {},
) {
  const context =
    open ??
    (await (own ?? (await openBrowser())).newContext({
      baseURL: url,
      viewport,
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/Madrid',
      reducedMotion: 'reduce',
      ...(viewport.width < 600 ? { hasTouch: true, isMobile: true } : {}),
    }))
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|React|Uncaught/.test(message.text()))
      complaints.push(message.text())
  })
  return { context, page, complaints }
}

/** Signs in without the page, as somebody who did so before. */
export async function signIn(context: BrowserContext, url: string, email: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/v1/auth/login`, {
    data: { email, password: 'demo-demo-demo', delivery: 'cookie' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`)
}

/** A window in which this person is signed in, on this page. */
export async function windowOf(url: string, email: string, path: string, look: Look = {}) {
  const opened = await openWindow(url, look)
  await signIn(opened.context, url, email)
  await opened.page.goto(path)
  return opened
}

/** All keys on their way at once: one after the other, a busy machine is slower than quick fingers or a scanner. */
export async function typeAtOnce(page: Page, keys: Iterable<string>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const press = (key: string) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key === 'Enter' ? '\r' : key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ]
  await Promise.all([...keys].flatMap(press))
  await session.detach()
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const rules: RunOptions = {
  runOnly: levels,
  // What is fine need not be described.
  resultTypes: ['violations'],
}

/** Of these, the ones that go by colours; the others go by the markup, and find the same in light and in dark. */
const ofColours: RunOptions = {
  ...rules,
  runOnly: axe
    .getRules(levels)
    .filter(({ tags }) => tags.includes('cat.color'))
    .map(({ ruleId }) => ruleId),
}

/** What the accessibility rules of WCAG 2.2 AA find wrong, as sentences; `coloursOnly` where the others were asked before. */
export async function violations(page: Page, { coloursOnly = false } = {}): Promise<string[]> {
  const asked = coloursOnly ? ofColours : rules
  const hasFrames = page.frames().length > 1
  const { violations: found } = hasFrames ? await lookIntoFrames(page, asked) : await look(page, asked)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' ')}, ${html.slice(0, 200)})`),
  )
}

/** The rules come into a page once; the builder would bring them anew each time, open a tab, and be six times slower. */
async function look(page: Page, asked: RunOptions): Promise<Pick<AxeResults, 'violations'>> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, options)
    return { violations }
  }, asked)
}

function lookIntoFrames(page: Page, asked: RunOptions): Promise<AxeResults> {
  return new AxeBuilder({ page }).options(asked).analyze()
}

/** Keeps a picture for people to look at, when DESKHAND_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESKHAND_PICTURES']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
