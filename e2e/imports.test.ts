import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const snipe = `Asset Tag,Serial,Asset Name,Model,Category,Manufacturer,Status,Checked Out To: Email,Purchase Date,Purchase Cost,Notes
IMP-9001,IMPS1,Harbour notebook,Pinebook 14,Imported notebooks,Pinewood,Deployed (deployed),marta@harbour.example,2025-01-15,1299.00,
IMP-9002,IMPS2,,Pinebook 14,Imported notebooks,Pinewood,Ready to Deploy,,2025-01-15,1299.00,
IMP-9003,IMPS2,,Pinebook 14,Imported notebooks,Pinewood,Ready to Deploy,,31/31/2025,1299.00,
`

test('CSV from Snipe-IT imported and undone: mapped, checked, and without its faulty row', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/imports')
  const { page } = elena
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await page.getByText('The headers do not say what is listed. Choose it.').waitFor()
  await file.setInputFiles({ name: 'snipe.csv', mimeType: 'text/csv', buffer: Buffer.from(snipe) })

  await page.getByRole('heading', { level: 1, name: 'snipe.csv' }).waitFor()
  await page.getByText(/Snipe-IT assets · utf-8 · divided by commas/).waitFor()
  const name = page.getByRole('combobox', { name: 'Field of Asset Name' })
  assert.equal(await name.inputValue(), 'name')
  assert.deepEqual(await violations(page), [])
  await picture(page, 'journey-imports-columns')
  await page.getByRole('combobox', { name: 'Field of Notes' }).selectOption({ label: 'Leave out' })
  await page.getByRole('button', { name: 'Check all rows' }).click()

  await page.getByRole('heading', { name: 'What would happen' }).waitFor()
  const faults = page.getByRole('region', { name: 'Faults' })
  await faults.getByText('Row 3 says the same.').waitFor()
  await faults.getByText(/This is no day/).waitFor()
  await page.getByText('1 model: Pinebook 14').waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'journey-imports-check')
  await page.setViewportSize(phone)
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    true,
  )
  await picture(page, 'journey-imports-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('button', { name: 'Import the other 2' }).click()
  const asked = page.getByRole('dialog', { name: 'Leave one row out?' })
  await asked.getByRole('button', { name: 'Import the other 2' }).click()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  const found = await page.request.get(`${url}/api/v1/assets/by-tag/IMP-9001`)
  assert.deepEqual((await found.json()).status, 'DEPLOYED')
  await picture(page, 'journey-imports-done')

  await page.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(/undid it: 2 taken back\./).waitFor()
  // Admins see what was deleted.
  const gone = await page.request.get(`${url}/api/v1/assets/by-tag/IMP-9001`)
  assert.notEqual((await gone.json()).deletedAt, null)
  assert.deepEqual(await violations(page), [])
  await page.getByRole('link', { name: 'Import another list' }).click()
  const earlier = page.getByRole('list', { name: 'Earlier imports' })
  await earlier
    .getByRole('listitem')
    .filter({ hasText: 'snipe.csv' })
    .getByText(/undone/)
    .waitFor()
  assert.deepEqual(await violations(page), [])
  // The browser says so of the list that was refused, and of the thing that is no more.
  assert.deepEqual(
    elena.complaints.filter((one) => !/422|404/.test(one)),
    [],
  )
  await elena.context.close()
})

const consumables = `Name,Category,Model No.,Item No.,Total,Min. QTY,Location
Imported toner,Printing,,TN-900,12,3,Imported store
`

test('Snipe-IT’s consumables come in by who keeps stock, with their place made along by an admin, and are undone', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/company/imports')
  const what = ana.page.getByRole('combobox', { name: 'What is listed' })
  await what.waitFor()
  const offered = await what.getByRole('option').allTextContents()
  assert.deepEqual(offered, [
    'Found out by its headers',
    'Manufacturers',
    'Models',
    'Licences',
    'Accessories',
    'Consumables',
    'Components',
  ])
  assert.deepEqual(await violations(ana.page), [])
  await ana.context.close()

  const elena = await windowOf(url, 'elena@harbour.example', '/company/imports')
  const { page } = elena
  const buffer = Buffer.from(consumables)
  await page.locator('input[type=file]').setInputFiles({ name: 'toner.csv', mimeType: 'text/csv', buffer })
  await page.getByText(/Snipe-IT consumables · utf-8/).waitFor()
  const field = page.getByRole('combobox', { name: 'Field of Total' })
  assert.equal(await field.inputValue(), 'quantity')
  await page.getByRole('button', { name: 'Check all rows' }).click()
  await page.getByText('1 place: Imported store').waitFor()
  await page.getByRole('button', { name: 'Import one row' }).click()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await picture(page, 'journey-imports-consumables')
  const found = () =>
    page.request
      .get(`${url}/api/v1/stock-items?text=Imported%20toner`)
      .then((answer) => answer.json())
      .then(({ data }: { data: { inStock: number }[] }) => data.map(({ inStock }) => inStock))
  assert.deepEqual(await found(), [12])
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(/undid it: one taken back\.|undid it: 1 taken back\./).waitFor()
  assert.deepEqual(await found(), [])
  await elena.context.close()
})
