import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { picture as photo } from '../apps/server/src/testing/assetFiles.ts'
import { addThing, call, scan } from './assetsHelp.ts'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ready = 'This page also works without a network.'

/** Scripts, styles and fonts of this page that the device does not keep. */
const missingOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const kept = new Set((await (await caches.open('count-shell')).keys()).map(({ url }) => url))
    const used = performance.getEntriesByType('resource').map(({ name }) => name)
    return used.filter((name) => name.startsWith(`${location.origin}/assets/`) && !kept.has(name))
  })

test('a phone counts without a network, is opened anew there, and what it read arrives once', async () => {
  const { url } = await openHouse()
  const lead = await windowOf(url, 'sofia@harbour.example', '/stock-takes')
  const admin = await windowOf(url, 'elena@harbour.example', '/locations')
  const place = await call(admin.context, url, '/management/locations', { name: 'Cellar 7', kind: 'SITE' })
  await admin.context.close()
  const [lamp, chair, table] = [
    await addThing(lead.context, url, 'Cellar lamp', { locationId: place.id }),
    await addThing(lead.context, url, 'Cellar chair', { locationId: place.id }),
    await addThing(lead.context, url, 'Cellar table', { locationId: place.id }),
  ]
  const { id } = await call(lead.context, url, '/stock-takes', { name: 'Cellar 7', locationIds: [place.id] })
  await lead.page.goto(`/stock-takes/${id}`)
  await lead.page.getByRole('button', { name: 'Begin counting' }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Begin counting' }).click()
  await lead.page.getByText('Being counted').first().waitFor()

  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', `/stock-takes/${id}`, {
    viewport: phone,
  })
  await page.getByRole('link', { name: 'Count', exact: true }).tap()
  await page.getByText(ready).waitFor()
  await page.getByText('0 of 3 counted').waitFor()

  await context.setOffline(true)
  await scan(page, lamp.assetTag)
  await page.getByText('1 scan waits for the network').waitFor()
  await page.getByLabel('Scan or type a tag').fill(chair.assetTag.toLowerCase())
  await page.getByRole('button', { name: 'Count it' }).tap()
  await page.getByText('2 scans wait for the network').waitFor()
  await picture(page, 'count-offline')

  await page.reload()
  await page.getByRole('listitem').filter({ hasText: chair.assetTag }).getByText('Waits for').waitFor()
  await page.getByText('2 scans wait for the network').waitFor()
  await page.getByText(ready).waitFor()
  await page.getByText('2 of 3 counted').waitFor()
  await picture(page, 'count-offline-reloaded')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(await missingOnDevice(page), [])
  // How the last one is, which is the chair.
  await page.getByText('Condition, note and photo of the last one').tap()
  const dent = { name: 'dent.png', mimeType: 'image/png', buffer: await photo() }
  await page.getByLabel('Photo', { exact: true }).and(page.locator('input')).setInputFiles(dent)
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await page.getByText('3 scans wait for the network').waitFor()
  await scan(page, 'NO-SUCH-1')
  await page.getByText('4 scans wait for the network').waitFor()

  await context.setOffline(false)
  await page.getByText('Nothing waits to be sent.').waitFor()
  await picture(page, 'count-online-again')
  await page.reload()
  await page.getByText('2 of 3 counted').waitFor()
  const counted = await call(lead.context, url, `/stock-takes/${id}`)
  assert.deepEqual([counted.counts.found, counted.counts.missing, counted.counts.unknown], [2, 1, 1])
  const { database } = await openHouse()
  const me = await call(lead.context, url, '/users/me')
  const [arrived] = await transact(
    database.pools.worker,
    { companyId: me.company.id, personId: null },
    (tx) =>
      tx.query<{ count: number }>(
        'select count(*)::int as count from app.stock_take_scans where company_id = $1 and stock_take_id = $2',
        [me.company.id, id],
      ),
  )
  assert.equal(arrived?.count, 4)
  await lead.page.goto(`/stock-takes/${id}?list=found`)
  await lead.page.getByRole('img', { name: `Photo of ${chair.assetTag} as it was counted` }).waitFor()
  await picture(lead.page, 'stock-take-photo')
  await lead.page.goto(`/stock-takes/${id}`)

  await lead.page.getByRole('button', { name: 'Close counting' }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Close counting' }).click()
  await lead.page.getByText(table.assetTag).waitFor()
  await lead.page.getByText('NO-SUCH-1').waitFor()
  await picture(lead.page, 'stock-take-review')
  await lead.page.getByRole('button', { name: 'Complete', exact: true }).click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByText(table.assetTag).waitFor()
  await dialog.getByRole('button', { name: 'Correct 1 thing and complete' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const thing = await call(lead.context, url, `/assets/${table.id}`)
  assert.equal(thing.status, 'MISSING')

  const [download] = await Promise.all([
    lead.page.waitForEvent('download'),
    lead.page.getByRole('link', { name: 'Signed data' }).click(),
  ])
  const signed = JSON.parse(await readFile(await download.path(), 'utf8'))
  assert.ok(
    verify(
      null,
      Buffer.from(signed.document),
      createPublicKey(signed.publicKey),
      Buffer.from(signed.signature, 'base64'),
    ),
  )
  const report = JSON.parse(signed.document)
  assert.equal(report.stockTake.counts.found, 2)
  assert.deepEqual(report.unknownCodes, ['NO-SUCH-1'])

  // Whoever signs out leaves neither their name nor what is to be found on the device.
  await page.getByRole('link', { name: 'Me', exact: true }).tap()
  await page.getByRole('button', { name: 'Sign out' }).tap()
  await page.waitForFunction(
    async () => location.pathname === '/sign-in' && !(await caches.match('/stock-takes/kept/count')),
  )
  assert.deepEqual([...complaints, ...lead.complaints], [])
})
