import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, openBrowser, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const photoOf = async (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#3b7f6c' } })
    .png()
    .toBuffer(),
})

test('photos and papers come to a thing, also as it changes hands; whoever has it sees the photos', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/equipment')
  const thing = await addThing(context, url, 'Quince laptop')
  await page.goto(`/a/${thing.assetTag}?tab=files`)
  await page.getByText('Photos, invoices and warranties of this thing stand here.').waitFor()
  await page
    .getByLabel('Add files')
    .last()
    .setInputFiles(await photoOf('lid.png'))
  await page.getByRole('link', { name: /lid\.png/ }).waitFor()
  await page.getByRole('combobox', { name: 'What they are' }).selectOption('INVOICE')
  await page
    .getByLabel('Add files')
    .last()
    .setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
  await page.getByRole('list', { name: 'Papers' }).getByText('invoice.pdf').waitFor()
  await looksWell(page, 'files')
  const setup = { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }
  await page.getByLabel('Add files').last().setInputFiles(setup)
  await page.getByText('setup.exe is a program.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Check out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  await dialog.getByText('Until when, accessories, condition, note, photos').click()
  await dialog
    .getByLabel('Photos')
    .last()
    .setInputFiles(await photoOf('as-it-went.png'))
  await dialog.getByText('as-it-went.png').waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Check out' }).click()
  await page.getByText(`${thing.assetTag} is with Jorge Vidal.`).waitFor()
  await page
    .getByRole('link', { name: /as-it-went\.png/ })
    .getByText('as it was handed out')
    .waitFor()

  const his = await windowOf(url, 'jorge@harbour.example', `/a/${thing.assetTag}?tab=files`, {
    viewport: phone,
  })
  await his.page.getByRole('link', { name: /lid\.png/ }).waitFor()
  await picture(his.page, 'assets-files-phone')
  assert.equal(await his.page.getByText('invoice.pdf').count(), 0)
  assert.equal(await his.page.getByRole('button', { name: /^Remove/ }).count(), 0)

  await page.getByRole('button', { name: 'Remove lid.png' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await page.getByText('lid.png is removed.').waitFor()
  await page.getByRole('link', { name: /lid\.png/ }).waitFor({ state: 'detached' })
})

test('a stranger scans a label on a phone without scripts, reads what the company says, and writes to its desk', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/equipment')
  const thing = await addThing(context, url, 'Damson tablet')
  const label = await context.request.get(
    `${url}/api/v1/assets/${thing.id}/label?format=zpl&stock=ZEBRA&code=QR`,
  )
  const [, scanned = ''] = (await label.text()).match(/https?:\/\/[^^]*?(\/x\/[^^]*)\^FS/) ?? []
  assert.ok(scanned.includes(thing.assetTag), await label.text())

  const plain = await (await openBrowser()).newContext({
    baseURL: url,
    viewport: phone,
    javaScriptEnabled: false,
  })
  const stranger = await openWindow(url, { context: plain })
  await stranger.page.goto(scanned)
  await stranger.page.getByRole('heading', { level: 1, name: 'Found it?' }).waitFor()
  assert.equal(await stranger.page.getByText('Damson').count(), 0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await stranger.page.emulateMedia({ colorScheme })
    await picture(stranger.page, `found-${colorScheme}`)
  }
  await stranger.page.getByLabel('Where it is, or where you left it').fill('At the kiosk on the quay')
  await stranger.page.getByRole('button', { name: 'Send' }).click()
  await stranger.page.getByRole('heading', { level: 1, name: 'Thank you. It is on its way.' }).waitFor()
  await picture(stranger.page, 'found-sent')
  const events = await call(context, url, `/assets/${thing.id}/events`)
  assert.equal(events.data[0].name, 'asset.found_reported')
  await page.goto('/inbox')
  await page.getByText('At the kiosk on the quay').first().waitFor()

  const checked = await openWindow(url, { viewport: phone })
  await checked.page.goto(scanned)
  await checked.page.getByRole('heading', { level: 1, name: 'Found it?' }).waitFor()
  assert.deepEqual(await violations(checked.page), [])
})
