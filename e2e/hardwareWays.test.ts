import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing } from './assetsHelp.ts'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('hardware comes out of stock, or is bought by a requisition with the price of the request', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/')
  const ask = async (hardwareName: string) => {
    const asked = await jorge.context.request.post(`${url}/api/v1/it/hardware-requests`, {
      headers,
      data: {
        hardwareName,
        estimatedPrice: { amount: '4900', currency: 'EUR' },
        businessJustification: 'The old one flickers.',
      },
    })
    const { id, referenceNumber } = await asked.json()
    const begun = await context.request.post(`${url}/api/v1/requests/${id}/transitions`, {
      headers,
      data: { to: 'IN_PROGRESS' },
    })
    assert.equal(begun.status(), 200, await begun.text())
    return referenceNumber
  }
  const [screen, keyboard] = [await ask('A screen'), await ask('A keyboard')]

  await page.goto(`${url}/r/${screen}`)
  await page.getByRole('button', { name: 'Take from stock' }).click()
  const stock = page.getByRole('dialog', { name: 'Take from stock' })
  await stock.getByRole('combobox', { name: /^Which thing/ }).click()
  await page.getByRole('option').first().click()
  await picture(page, 'hardware-from-stock')
  assert.deepEqual(await violations(page), [])
  await stock.getByRole('button', { name: 'Set it aside' }).click()
  await page.getByText('It lies ready for Jorge Vidal.').waitFor()
  await page.getByText('It is about no thing yet.').waitFor({ state: 'hidden' })

  await page.goto(`${url}/r/${keyboard}`)
  await page.getByRole('button', { name: 'Buy it' }).click()
  const buy = page.getByRole('dialog', { name: 'Buy it' })
  await buy.getByRole('textbox', { name: 'How many' }).fill('2')
  assert.equal(await buy.getByRole('textbox', { name: 'Price each' }).inputValue(), '49.00')
  await picture(page, 'hardware-buy')
  assert.deepEqual(await violations(page), [])
  await buy.getByRole('button', { name: 'Make the requisition' }).click()
  await page.getByText(/^FIN-\d+ buys it\.$/).waitFor()
})

test('what insurers were asked to pay is listed by state; things are narrowed by their own fields', async () => {
  const house = await openHouse()
  const { url } = house
  const { page, context } = await windowOf(url, 'ana@harbour.example', '/')
  const { assetTag } = await addThing(context, url, 'Old lathe', {}, house)
  const claim = await context.request.put(`${url}/api/v1/assets/${assetTag}/insurance-claim`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { insurer: 'Mapfre', number: 'S-77', filedOn: '2026-11-03' },
  })
  assert.equal(claim.status(), 200, await claim.text())
  await page.goto(`${url}/insurance-claims`)
  const row = page.getByRole('listitem').filter({ hasText: assetTag })
  await row.getByText('With the insurer').waitFor()
  await row.getByText(/Mapfre · S-77/).waitFor()
  await picture(page, 'insurance-claims')
  assert.deepEqual(await violations(page), [])
  await page.goto(`${url}/insurance-claims?state=REFUSED`)
  await page.getByText('No claim is in this state').waitFor()
  const small = await windowOf(url, 'ana@harbour.example', '/insurance-claims', {
    viewport: phone,
    scheme: 'dark',
  })
  await small.page.getByText('With the insurer').first().waitFor()
  assert.deepEqual(await violations(small.page), [])

  await page.goto(`${url}/assets`)
  await page.getByRole('button', { name: 'Filter by Own field' }).click()
  await page.getByLabel('Which field').selectOption({ index: 0 })
  await page.getByLabel('Value').fill('16')
  await picture(page, 'assets-own-field')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/own=\w+%3A16/)
})
