import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, phone, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Ana on the page of a thing of this test alone. */
async function anaAt(name: string, look: { viewport?: typeof phone } = {}, more: object = {}) {
  const { url } = await openHouse()
  const opened = await windowOf(url, 'ana@harbour.example', '/equipment', look)
  const thing = await addThing(opened.context, url, name, more)
  await opened.page.goto(`/a/${thing.assetTag}`)
  await opened.page.getByRole('heading', { level: 1, name }).waitFor()
  return { ...opened, url, thing }
}

const jorgeOf = async (context: BrowserContext, url: string) =>
  (await call(context, url, '/users?q=jorge@harbour.example')).data[0]

const facts = (page: Page) => page.getByRole('complementary', { name: 'Facts' })

test('a thing is added, handed out, and its page tells who has it and what happened', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/equipment')
  const first = await addThing(context, url, 'Anvil laptop', { serialNumber: 'ANVIL-1' })
  await page.goto('/assets?q=anvil')
  await page.getByRole('row', { name: new RegExp(first.assetTag) }).waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New thing' })
  await dialog.getByRole('combobox', { name: 'Kind' }).fill('Anvil laptops')
  await page.getByRole('option', { name: 'Anvil laptops' }).click()
  await dialog.getByRole('textbox', { name: 'Serial number' }).fill('anvil-1')
  await dialog.getByText('There is one with this serial number').waitFor()
  await dialog.getByRole('link', { name: `Thing ${first.assetTag}` }).waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('textbox', { name: 'Serial number' }).fill('anvil-2')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Anvil of Porto')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('heading', { level: 1, name: 'Anvil of Porto' }).waitFor()
  assert.match(page.url(), /\/a\/W\w+-00002$/)

  await page.keyboard.press('o')
  const out = page.getByRole('dialog', { name: /^Check out/ })
  await out.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  await out.getByRole('button', { name: 'Check out' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Ana Ruiz handed it to Jorge Vidal' }).waitFor()
  await page.getByText(/^since /).waitFor()
  await page.getByRole('button', { name: 'Check in' }).waitFor()
  await looksWell(page, 'page')
  await page.getByRole('tab', { name: 'Who had it' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Jorge Vidal' }).waitFor()
  await looksWell(page, 'page-custody')
})

test('facts are changed where they stand; of two at once both hold, and the same field is asked about', async () => {
  const { page, context, url, thing } = await anaAt('Vice monitor')
  const aside = facts(page)
  await aside.getByRole('button', { name: /^Serial number: / }).click()
  await page.getByRole('textbox', { name: 'Serial number' }).fill('VICE-77')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await aside.getByRole('button', { name: 'Serial number: VICE-77. Change' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'VICE-77' }).waitFor()

  // Somebody else, whom this page has not heard of yet.
  await page.route('**/api/v1/assets/by-tag/**', (route) => route.abort())
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const patch = (data: object) => context.request.patch(`${url}/api/v1/assets/${thing.id}`, { headers, data })
  assert.ok((await patch({ supplier: 'Smith & Sons' })).ok())
  await aside.getByRole('button', { name: /^Order: / }).click()
  await page.getByRole('textbox', { name: 'Order' }).fill('PO-12')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await aside.getByRole('button', { name: 'Order: PO-12. Change' }).waitFor()
  await aside.getByRole('button', { name: 'Supplier: Smith & Sons. Change' }).waitFor()
  assert.ok((await patch({ orderNumber: 'PO-13' })).ok())
  await aside.getByRole('button', { name: /^Order: / }).click()
  await page.getByRole('textbox', { name: 'Order' }).fill('PO-14')
  await page.unroute('**/api/v1/assets/by-tag/**')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile.' })
  await conflict.getByText('PO-13').waitFor()
  await conflict.getByText('PO-14').waitFor()
  assert.deepEqual(await violations(page), [])
  // What is shown at once is saved when the server says so.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await conflict.getByRole('button', { name: 'Save mine' }).click()
  await saved
  await aside.getByRole('button', { name: 'Order: PO-14. Change' }).waitFor()
  assert.equal((await call(context, url, `/assets/${thing.id}`)).orderNumber, 'PO-14')
})

test('its life goes on by one press, and what a move asks for is asked', async () => {
  const { page } = await anaAt('Lathe printer')
  await page.getByRole('combobox', { name: /^State: In stock/ }).click()
  await page.getByRole('option', { name: 'At the vendor' }).click()
  await page.getByRole('combobox', { name: /^State: In repair, at the vendor/ }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Ana Ruiz: In repair, at the vendor' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Undone/).waitFor()
  await page.getByRole('combobox', { name: /^State: In stock/ }).waitFor()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Report missing' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await dialog.getByText('Write a few words.').first().waitFor()
  await dialog.getByRole('textbox', { name: 'What happened, where and when' }).fill('Gone from room 3.')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await page.getByRole('combobox', { name: /^State: Missing, lost/ }).waitFor()
  await page.getByText('“Gone from room 3.”').waitFor()
})

test('the page follows what others do, and a label leads to it', async () => {
  const { page, context, url, thing } = await anaAt('Plane dock')
  const jorge = await jorgeOf(context, url)
  await call(context, url, `/assets/${thing.id}/check-out`, { personId: jorge.id })
  await page.getByRole('button', { name: 'Check in' }).waitFor()
  const { page: his } = await windowOf(url, 'jorge@harbour.example', `/x/${thing.assetTag}?at=harbour-pine`)
  await his.getByRole('heading', { level: 1, name: 'Plane dock' }).waitFor()
  assert.ok(his.url().endsWith(`/a/${thing.assetTag}`))
  assert.equal(await his.getByRole('button', { name: 'Check in' }).count(), 0)
  // Whoever has it says there what is wrong with it, and the page of the thing lists the request.
  await his.getByRole('button', { name: 'Something is wrong' }).click()
  await his.getByRole('textbox', { name: 'In a few words' }).fill('It does not charge')
  assert.deepEqual(await violations(his), [])
  await his.getByRole('button', { name: 'Tell the desk' }).click()
  await his.getByText(/^Sent\. \w+-\d+ is yours\.$/).waitFor()
  await page.goto(`/a/${thing.assetTag}?tab=requests`)
  await page.getByRole('list', { name: 'Requests' }).getByText('It does not charge').waitFor()
  await page.goto('/a/NOTHING-1')
  await page.getByRole('heading', { name: 'There is no such thing.' }).waitFor()
})

test('on a phone a thing goes out in four taps', async () => {
  const { page, thing } = await anaAt('File phone', { viewport: phone })
  await looksWell(page, 'page-phone')
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
    false,
    'it scrolls sideways',
  )
  await page.getByRole('button', { name: 'Check out' }).tap()
  const person = page.getByRole('dialog').getByRole('combobox', { name: 'Person' })
  await person.tap()
  await person.fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Check out' }).tap()
  await page.getByText(`${thing.assetTag} is with Jorge Vidal.`).waitFor()
})
