import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { call, kindOf } from './assetsHelp.ts'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ana = 'ana@harbour.example'
const jorge = 'jorge@harbour.example'

/** docs/guides/stock.md, step by step, as it is written there. */
test('an item is added, received, watched, issued, taken back and counted', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, ana, '/stock')
  await page.getByRole('link', { name: 'Toner HP 59X black' }).waitFor()
  await picture(page, 'stock')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Add an item' }).click()
  const adding = page.getByRole('dialog')
  await adding.getByLabel('Name').fill('Lantern battery')
  await adding.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Spare part' }).click()
  await adding.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Lantern battery' }).waitFor()
  await page.getByText('Nothing has moved yet.').waitFor()

  await page.getByRole('button', { name: 'Receive' }).click()
  const receiving = page.getByRole('dialog')
  await receiving.getByRole('textbox', { name: 'How many' }).fill('4')
  await receiving.getByRole('combobox', { name: 'Into' }).click()
  await page
    .getByRole('option', { name: /IT store$/ })
    .first()
    .click()
  assert.deepEqual(await violations(page), [])
  await receiving.getByRole('button', { name: 'Receive' }).click()
  await page.getByText('Received 4 × Lantern battery').waitFor()
  const levels = page.getByRole('table', { name: 'Where it is' })
  await levels.getByRole('cell', { name: '4', exact: true }).waitFor()

  await page.getByRole('button', { name: 'Set levels' }).click()
  const setting = page.getByRole('dialog')
  await setting.getByRole('textbox', { name: 'Minimum' }).fill('5')
  await setting.getByRole('textbox', { name: 'Maximum' }).fill('2')
  await setting.getByRole('button', { name: 'Save' }).click()
  await setting.getByText('The maximum cannot be below').first().waitFor()
  await setting.getByRole('textbox', { name: 'Maximum' }).fill('9')
  assert.deepEqual(await violations(page), [])
  await setting.getByRole('button', { name: 'Save' }).click()
  await levels.getByText('Below minimum').waitFor()

  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  const issuing = page.getByRole('dialog')
  await issuing.getByRole('combobox', { name: 'Person' }).fill('Jorge Vidal')
  await page
    .getByRole('option', { name: /Jorge Vidal/ })
    .first()
    .click()
  await issuing.getByRole('button', { name: 'Issue' }).click()
  await page.getByText('Issued 1 × Lantern battery').waitFor()
  await page.getByRole('list', { name: 'Who has some' }).getByRole('link', { name: 'Jorge Vidal' }).waitFor()

  await page.getByRole('button', { name: 'Adjust' }).click()
  const counting = page.getByRole('dialog')
  await counting.getByText('So far it says 3.').waitFor()
  await counting.getByRole('textbox', { name: 'How many there are' }).fill('2')
  await counting.getByRole('textbox', { name: 'Why' }).fill('One leaked')
  await counting.getByRole('button', { name: 'Adjust' }).click()
  await page.getByText('Adjusted 1 × Lantern battery').waitFor()
  const counted = page.locator('[id^=toast-]').filter({ hasText: 'Adjusted 1 ×' })
  await counted.getByRole('button', { name: 'Undo' }).click()
  await page
    .getByRole('table', { name: 'Movements' })
    .getByRole('cell', { name: /^Taken back/ })
    .waitFor()
  await levels.getByRole('cell', { name: '3', exact: true }).waitFor()
  await picture(page, 'stock-item')
  assert.deepEqual(await violations(page), [])

  await page.goto(`${url}/stock?low=true&q=lantern`)
  await page.getByRole('link', { name: 'Lantern battery' }).waitFor()
  const own = await windowOf(url, jorge, '/equipment')
  await own.page.getByRole('list', { name: 'Accessories' }).getByText('Lantern battery').waitFor()
  await picture(own.page, 'stock-mine')
  assert.deepEqual(await violations(own.page), [])

  const { data } = await call(context, url, '/stock-items?text=lantern')
  const small = await windowOf(url, ana, `/stock/${data[0].id}`, { viewport: phone, scheme: 'dark' })
  await small.page.getByRole('heading', { name: 'Lantern battery' }).waitFor()
  await small.page.getByText('Taken back').first().waitFor()
  await picture(small.page, 'stock-item-phone')
  assert.deepEqual(await violations(small.page), [])
  await small.page.goto(`${url}/stock`)
  await small.page.getByRole('link', { name: 'Toner HP 59X black' }).waitFor()
  await picture(small.page, 'stock-phone')
  assert.deepEqual(await violations(small.page), [])
})

test('a request waits for a part, goes on when it is received, and gets it', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, ana, '/q/it-all')
  const item = await call(context, url, '/stock-items', { name: 'Foghorn membrane', kind: 'PART' })
  const asker = await windowOf(url, jorge, '/requests')
  const request = await call(asker.context, url, '/requests', {
    serviceDeskCode: 'IT',
    summary: 'The foghorn is hoarse',
  })
  await call(context, url, `/requests/${request.id}/transitions`, { to: 'IN_PROGRESS' })
  await page.goto(`${url}/q/it-all?sel=${request.referenceNumber}`)
  await page.getByText('It needs no part so far.').waitFor()
  await page.getByRole('button', { name: 'Needs a part' }).click()
  const asking = page.getByRole('dialog')
  await asking.getByRole('combobox', { name: 'Item' }).fill('Foghorn')
  await page.getByRole('option', { name: /Foghorn membrane/ }).click()
  await asking.getByRole('combobox', { name: 'At' }).click()
  await page
    .getByRole('option', { name: /IT store$/ })
    .first()
    .click()
  await picture(page, 'stock-reserve')
  assert.deepEqual(await violations(page), [])
  await asking.getByRole('button', { name: 'Reserve' }).click()
  await page.getByText('It waits for 1 × Foghorn membrane').waitFor()
  const parts = page.getByRole('list', { name: 'Parts' })
  await parts.getByText('has not arrived').waitFor()

  const [reservation] = (await call(context, url, `/requests/${request.id}/parts`)).data
  const locationId = reservation.locationId
  await call(context, url, `/stock-items/${item.id}/movements`, { type: 'RECEIVE', locationId, quantity: 2 })
  await parts.getByText('put aside').waitFor()
  await picture(page, 'stock-request')
  assert.deepEqual(await violations(page), [])
  await parts.getByRole('button', { name: 'Issue 1 × Foghorn membrane' }).click()
  await parts.getByText('issued').waitFor()
})

test('what fits a thing is issued to it from its page', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, ana, '/stock')
  const me = await call(context, url, '/users/me')
  const categoryId = await kindOf('Beacons', me.company.id)
  const elena = await windowOf(url, 'elena@harbour.example', '/')
  const model = await call(elena.context, url, '/asset-models', { name: 'Beacon 9', categoryId })
  const thing = await call(context, url, '/assets', { categoryId, name: 'North beacon', modelId: model.id })
  const item = await call(context, url, '/stock-items', {
    name: 'Beacon lens',
    kind: 'PART',
    modelIds: [model.id],
  })
  const [place] = (await call(context, url, '/locations')).data
  const receive = { type: 'RECEIVE', locationId: place.id, quantity: 1 }
  await call(context, url, `/stock-items/${item.id}/movements`, receive)
  await page.goto(`${url}/a/${thing.assetTag}`)
  await page.getByRole('tab', { name: 'Parts' }).click()
  await page.getByRole('button', { name: 'Issue Beacon lens to this thing' }).click()
  await page.getByRole('list', { name: 'It has got' }).getByText('Beacon lens').waitFor()
  await page.getByRole('list', { name: 'Parts that fit' }).getByText('none in stock').waitFor()
  await picture(page, 'stock-thing')
  assert.deepEqual(await violations(page), [])
})
