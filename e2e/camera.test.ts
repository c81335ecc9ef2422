import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContext, Locator } from 'playwright-core'
import { addThing, call } from './assetsHelp.ts'
import {
  closeBrowser,
  openBrowserWithCamera,
  openWindow,
  phone,
  picture,
  signIn,
  violations,
  windowOf,
} from './browser.ts'
import { filmOf } from './film.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** A phone of Ana's whose camera sees the label of this thing. */
async function phoneThatSees(office: BrowserContext, url: string, thingId: string) {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-film-'))
  const code = await office.request.get(`${url}/api/v1/assets/${thingId}/label?format=png`)
  assert.ok(code.ok(), `${code.status()}`)
  const film = join(folder, 'label.y4m')
  await filmOf(await code.body(), film)
  const browser = await openBrowserWithCamera(film)
  const opened = await openWindow(url, { browser, viewport: phone })
  await opened.context.grantPermissions(['camera'], { origin: url })
  await signIn(opened.context, url, 'ana@harbour.example')
  const close = async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...opened, close }
}

test('a label shown to the camera opens its thing, and hands it out in four taps', async () => {
  const { url } = await openHouse()
  const office = await windowOf(url, 'ana@harbour.example', '/scan')
  const { id, assetTag } = await addThing(office.context, url, 'Filmed lamp')
  const { page, context, complaints, close } = await phoneThatSees(office.context, url, id)
  try {
    let taps = 0
    const tap = async (what: Locator) => {
      taps += 1
      await what.tap()
    }
    await page.goto('/scan')
    await page.getByRole('button', { name: 'Use the camera' }).tap()
    const open = page.getByRole('link', { name: 'Open it' })
    await open.waitFor()
    assert.equal(await open.getAttribute('href'), `/a/${assetTag}`)
    await picture(page, 'camera-scan')
    assert.deepEqual(await violations(page), [])
    await tap(page.getByRole('button', { name: 'Check out', exact: true }))
    const dialog = page.getByRole('dialog')
    const whom = dialog.getByRole('combobox', { name: 'Person' })
    await tap(whom)
    await whom.pressSequentially('Jorge')
    await tap(page.getByRole('option', { name: /Jorge Vidal/ }))
    await tap(dialog.getByRole('button', { name: 'Check out' }))
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(taps, 4)
    const thing = await call(context, url, `/assets/${id}`)
    assert.equal(thing.status, 'DEPLOYED')
    assert.match(thing.personName, /Jorge/)
    await open.tap()
    await page.getByRole('heading', { name: /Filmed lamp/ }).waitFor()
    assert.deepEqual(complaints, [])
  } finally {
    await close()
    await office.context.close()
  }
})

test('a phone counts by its camera without a network, and what it saw arrives once', async () => {
  const { url } = await openHouse()
  const admin = await windowOf(url, 'elena@harbour.example', '/locations')
  const place = await call(admin.context, url, '/management/locations', { name: 'Vault 2', kind: 'SITE' })
  const lead = await windowOf(url, 'sofia@harbour.example', '/stock-takes')
  const at = { locationId: place.id }
  const safe = await addThing(lead.context, url, 'Vault safe', at)
  await addThing(lead.context, url, 'Vault ladder', at)
  const take = await call(lead.context, url, '/stock-takes', { name: 'Vault 2', locationIds: [place.id] })
  await call(lead.context, url, `/stock-takes/${take.id}/transitions`, { to: 'ACTIVE' })
  const { page, context, complaints, close } = await phoneThatSees(lead.context, url, safe.id)
  try {
    await page.goto(`/stock-takes/${take.id}/count`)
    await page.getByText('This page also works without a network.').waitFor()
    await context.setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'Use the camera' }).tap()
    await page.getByText('1 scan waits for the network').waitFor()
    await page.getByText('1 of 2 counted').waitFor()
    await picture(page, 'camera-count-offline')
    assert.deepEqual(await violations(page), [])
    await page.getByRole('button', { name: 'Stop the camera' }).tap()
    await context.setOffline(false)
    await page.getByText('Nothing waits to be sent.').waitFor()
    const { counts } = await call(lead.context, url, `/stock-takes/${take.id}`)
    assert.deepEqual([counts.found, counts.missing, counts.unknown], [1, 1, 0])
    assert.deepEqual(complaints, [])
  } finally {
    await close()
    for (const one of [admin, lead]) await one.context.close()
  }
})
