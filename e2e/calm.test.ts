import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, signIn } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const slowdown = 4
/** Below 0.1 is good to the eye. */
const most = 0.05

/** Runs in the page before all else: how much moved without a press, and what did. */
function watch() {
  const moved: string[] = []
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue
      sum += Number(Reflect.get(entry, 'value'))
      const sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] =
        Reflect.get(entry, 'sources') ?? []
      for (const { node, previousRect: was, currentRect: is } of sources) {
        const element = node instanceof Element ? node : node?.parentElement
        const from = `${Math.round(was.x)} ${Math.round(was.y)} to ${Math.round(is.x)} ${Math.round(is.y)}`
        moved.push(`${element?.className} “${element?.textContent?.slice(0, 30)}” from ${from}`)
      }
      Reflect.set(window, 'shifted', { sum, moved })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What one opens most, on a machine that is four times slower. */
const pages = [
  ['marta@harbour.example', '/', 'main a[href^="/r/"]'],
  ['marta@harbour.example', '/requests', 'main a[href^="/r/"]'],
  ['marta@harbour.example', '/ask', 'main a[href^="/ask/"]'],
  ['ana@harbour.example', '/q/it-all', '[role="grid"] [data-key]'],
  ['ana@harbour.example', '/q/it-all?sel=IT-4907', '[role="log"] article'],
] as const

for (const [email, path, sign] of pages) {
  for (const viewport of [undefined, phone]) {
    test(`${path} does not move under the eye while it loads, ${viewport ? 'on a phone' : 'on a desk'}`, async () => {
      const { url } = await openHouse()
      const { context, page, complaints } = await openWindow(url, viewport ? { viewport } : {})
      await signIn(context, url, email)
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.addInitScript(watch)
      await page.goto(path)
      await page.locator(sign).first().waitFor()
      await page.waitForLoadState('networkidle')
      const { sum, moved } = await page.evaluate(
        () => Reflect.get(window, 'shifted') ?? { sum: 0, moved: [] },
      )
      assert.ok(sum < most, `${sum.toFixed(3)} moved: ${moved.join('; ')}`)
      assert.deepEqual(complaints, [])
      await context.close()
    })
  }
}
