import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addThing, call } from './assetsHelp.ts'
import { closeBrowser, phone, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const builtName = /[\w.~-]+-[\w-]{8}\.(?:js|css)\b/g

/**
 * The house behind a door that can show the next release: the same pages, with every script and style under another
 * name, as each build has them; those of the release before are gone.
 */
async function openDoor(house: string) {
  const built = new Set(await readdir(join(import.meta.dirname, '../apps/web/dist/assets')))
  let isNext = false
  const nextName = (name: string) => name.replace(/(?=\.\w+$)/, '.next')
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const path = request.url ?? '/'
    const name = path.replace(/^\/assets\//, '')
    const isOld = isNext && built.has(name) && /\.(js|css)$/.test(name)
    const { host: _, connection: __, upgrade: ___, ...headers } = request.headers
    const answer = await fetch(`${house}${isNext ? path.replace('.next.', '.') : path}`, {
      method: request.method ?? 'GET',
      headers: {
        ...(headers as Record<string, string>),
        ...(headers.origin && { origin: house }),
        'accept-encoding': 'identity',
      },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      redirect: 'manual',
    }).catch(() => null)
    if (!answer) return reply.writeHead(502).end()
    const type = answer.headers.get('content-type') ?? ''
    const body = Buffer.from(await answer.arrayBuffer())
    const isText = isNext && /html|javascript|css/.test(type)
    const shown = isText
      ? body.toString().replace(builtName, (found) => (built.has(found) ? nextName(found) : found))
      : body
    for (const [field, value] of answer.headers)
      if (!['content-length', 'transfer-encoding', 'connection', 'set-cookie'].includes(field))
        reply.setHeader(field, value)
    reply.setHeader('set-cookie', answer.headers.getSetCookie())
    reply.writeHead(isOld ? 404 : answer.status).end(isOld ? '' : shown)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      isNext = true
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const ready = 'This page also works without a network.'

/** The built files that the device keeps. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const keys = await (await caches.open('count-shell')).keys()
    return keys.map(({ url }) => new URL(url).pathname).filter((path) => /\.(js|css)$/.test(path))
  })

async function count(page: Page, code: string) {
  await page.getByLabel('Scan or type a tag').fill(code)
  await page.getByRole('button', { name: 'Count it' }).tap()
}

test('a release comes while a phone counts: what is open goes on, and the next takes its place as a whole', async () => {
  const { url } = await openHouse()
  const door = await openDoor(url)
  try {
    const admin = await windowOf(url, 'elena@harbour.example', '/locations')
    const place = await call(admin.context, url, '/management/locations', { name: 'Attic 3', kind: 'SITE' })
    const lead = await windowOf(url, 'sofia@harbour.example', '/stock-takes')
    const at = { locationId: place.id }
    const lamp = await addThing(lead.context, url, 'Attic lamp', at)
    const chair = await addThing(lead.context, url, 'Attic chair', at)
    const { id } = await call(lead.context, url, '/stock-takes', { name: 'Attic 3', locationIds: [place.id] })
    await call(lead.context, url, `/stock-takes/${id}/transitions`, { to: 'ACTIVE' })

    const opened = await windowOf(door.url, 'ana@harbour.example', `/stock-takes/${id}/count`, {
      viewport: phone,
    })
    const { page, context, complaints } = opened
    await page.getByText(ready).waitFor()
    const before = await keptFiles(page)
    assert.ok(before.length > 3)
    door.release()

    // The one that is open, and opened anew in the cellar, is of the release before: it needs nothing of the server.
    await context.setOffline(true)
    await count(page, lamp.assetTag)
    await page.getByText('1 scan waits for the network').waitFor()
    await page.reload()
    await page.getByText('1 scan waits for the network').waitFor()
    assert.deepEqual((await keptFiles(page)).toSorted(), before.toSorted())
    await context.setOffline(false)
    await page.getByText('Nothing waits to be sent.').waitFor()

    // With a network the server's page comes, keeps itself, and lets go of all that was before.
    await page.reload()
    await page.getByText('1 of 2 counted').waitFor()
    await page.getByText(ready).waitFor()
    await page.waitForFunction(async () => {
      const keys = await (await caches.open('count-shell')).keys()
      const scripts = keys.filter(({ url }) => /\.(js|css)$/.test(url))
      return scripts.length > 3 && scripts.every(({ url }) => url.includes('.next.'))
    })
    await context.setOffline(true)
    await page.reload()
    await page.getByText('1 of 2 counted').waitFor()
    await count(page, chair.assetTag)
    await page.getByText('1 scan waits for the network').waitFor()
    await context.setOffline(false)
    await page.getByText('Nothing waits to be sent.').waitFor()
    const counted = await call(lead.context, url, `/stock-takes/${id}`)
    assert.equal(counted.counts.found, 2)
    assert.deepEqual([...complaints, ...lead.complaints], [])
    for (const one of [admin, lead, opened]) await one.context.close()
  } finally {
    door.close()
  }
})
