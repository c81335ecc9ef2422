import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('things are picked into a disposal, approved by another, handed over and completed', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/equipment')
  const thing = await addThing(context, url, 'Walnut printer')
  await page.goto('/assets?q=walnut')
  await page
    .getByRole('row', { name: new RegExp(thing.assetTag) })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: 'Add to a disposal' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'New disposal' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Printers of the quay')
  await dialog.getByRole('textbox', { name: 'Who takes them' }).fill('Bay Recycling')
  await dialog.getByRole('button', { name: 'Begin it' }).click()
  await page.getByRole('heading', { level: 1, name: /Printers of the quay/ }).waitFor()
  await page.getByRole('list', { name: 'Things' }).getByText('Walnut printer').waitFor()
  await looksWell(page, 'disposal')
  assert.equal(await page.getByRole('button', { name: 'Approve' }).count(), 0)
  const { pathname } = new URL(page.url())

  const sofia = await windowOf(url, 'sofia@harbour.example', pathname, { viewport: phone })
  await sofia.page.getByRole('button', { name: 'Approve' }).click()
  await sofia.page.getByText(/^Disposal \d+: approved\.$/).waitFor()
  await picture(sofia.page, 'assets-disposal-phone')
  assert.deepEqual(await violations(sofia.page), [])

  await page.getByRole('button', { name: 'Hand over' }).click()
  await page
    .getByLabel('Add the receipt')
    .last()
    .setInputFiles({ name: 'taken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
  await page.getByRole('link', { name: 'taken.pdf' }).waitFor()

  await sofia.page.getByRole('button', { name: 'Complete' }).click()
  await sofia.page.getByRole('dialog').getByRole('button', { name: 'Complete' }).click()
  await sofia.page.getByText(/^Disposal \d+: completed\.$/).waitFor()
  const { status, subStatus } = await call(context, url, `/assets/${thing.id}`)
  assert.deepEqual([status, subStatus], ['RETIRED', 'DISPOSED'])
  await page.goto('/disposals')
  await page.getByRole('link', { name: /Printers of the quay/ }).waitFor()
  await looksWell(page, 'disposals')
})
