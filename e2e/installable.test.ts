import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

type Manifest = {
  start_url: string
  display: string
  icons: { src: string; type: string }[]
  shortcuts: { url: string }[]
}

test('Deskhand can be installed as an app, and its icon has the number of what is unread', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'marta@harbour.example', '/')
  await page
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .waitFor()
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await context.request.get(`${url}${href}`)
  assert.match(answer.headers()['content-type'] ?? '', /^application\/manifest\+json/)
  const manifest: Manifest = await answer.json()
  assert.equal(manifest.display, 'standalone')
  for (const { src, type } of manifest.icons) {
    const icon = await context.request.get(`${url}${src}`)
    assert.equal(icon.headers()['content-type'], type, src)
  }
  for (const one of [manifest.start_url, ...manifest.shortcuts.map((shortcut) => shortcut.url)]) {
    await page.goto(one)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  assert.deepEqual(complaints, [])
  await context.close()
})
