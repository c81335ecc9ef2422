import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Locator } from 'playwright-core'
import { addThing, call } from './assetsHelp.ts'
import {
  closeBrowser,
  openBrowserWithCamera,
  openWindow,
  picture,
  signIn,
  violations,
  windowOf,
} from './browser.ts'
import { filmOf } from './film.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('a label shown to the camera opens its thing, and hands it out in four taps', async () => {
  const { url } = await openHouse()
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-film-'))
  const office = await windowOf(url, 'ana@harbour.example', '/scan')
  const { id, assetTag } = await addThing(office.context, url, 'Filmed lamp')
  const code = await office.context.request.get(`${url}/api/v1/assets/${id}/label?format=png`)
  assert.ok(code.ok(), `${code.status()}`)
  const film = join(folder, 'label.y4m')
  await filmOf(await code.body(), film)
  await office.context.close()

  const browser = await openBrowserWithCamera(film)
  try {
    const { context, page, complaints } = await openWindow(url, {
      browser,
      viewport: { width: 390, height: 844 },
    })
    await context.grantPermissions(['camera'], { origin: url })
    await signIn(context, url, 'ana@harbour.example')
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
    await context.close()
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
