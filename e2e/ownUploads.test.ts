import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, openBrowser, patience, signIn } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** FreeScout, GHSA-fffc-phh8-5h4v: a script that was uploaded satisfied `script-src 'self'`. */
const script = 'globalThis.wasRun = true; if (globalThis.postMessage) postMessage("ran")'

/** How the browser takes an address as a script, a module or a worker. */
const asCode = (page: Page, url: string, kind: 'script' | 'module' | 'worker') =>
  page.evaluate(
    ([address, how]) =>
      new Promise<string>((resolve) => {
        if (how === 'worker') {
          try {
            const worker = new Worker(address)
            worker.onerror = () => resolve('refused')
            worker.onmessage = () => resolve('ran')
          } catch {
            resolve('refused')
          }
          return
        }
        const tag = document.createElement('script')
        if (how === 'module') tag.type = 'module'
        tag.src = address
        tag.onload = () => resolve('wasRun' in globalThis ? 'ran' : 'loaded')
        tag.onerror = () => resolve('refused')
        document.head.append(tag)
      }),
    [url, kind] as const,
  )

for (const bypassCSP of [false, true]) {
  const policy = bypassCSP ? 'also where the policy of the page is off' : 'by the policy of the page'
  test(`a file that somebody uploaded is never code here, ${policy}`, async () => {
    const { url } = await openHouse()
    const browser = await openBrowser()
    const context = await browser.newContext({ baseURL: url, bypassCSP })
    await signIn(context, url, 'jorge@harbour.example')
    const headers = { origin: url, 'x-requested-with': 'deskhand' }
    const made = await context.request.post(`${url}/api/v1/requests`, {
      data: { serviceDeskCode: 'IT', summary: 'A file that is a script' },
      headers,
    })
    const { id } = (await made.json()) as { id: string }
    const addresses: string[] = []
    for (const name of ['notes.txt', 'data.json', 'table.csv']) {
      const sent = await context.request.post(`${url}/api/v1/requests/${id}/attachments`, {
        multipart: { file: { name, mimeType: 'text/javascript', buffer: Buffer.from(script) } },
        headers,
      })
      assert.equal(sent.status(), 201, await sent.text())
      const file = (await sent.json()) as { id: string }
      addresses.push(`/api/v1/requests/${id}/attachments/${file.id}`, `/api/v1/files/${file.id}`)
    }
    const refused = await context.request.post(`${url}/api/v1/requests/${id}/attachments`, {
      multipart: { file: { name: 'app.js', mimeType: 'text/plain', buffer: Buffer.from(script) } },
      headers,
    })
    assert.equal(refused.status(), 415)

    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    await page.goto('/')
    await page.getByRole('heading').first().waitFor()
    for (const address of addresses)
      for (const kind of ['script', 'module', 'worker'] as const)
        assert.equal(await asCode(page, address, kind), 'refused', `${address} as ${kind}`)
    assert.equal(await page.evaluate(() => 'wasRun' in globalThis), false)

    // Opened by hand it is saved, and the page stays.
    const saving = page.waitForEvent('download')
    await page.goto(addresses[0] ?? '').catch(() => undefined)
    assert.equal((await saving).suggestedFilename(), 'notes.txt')
    await context.close()
  })
}
