import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })
const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

test('an admin makes a kind of thing with a field, a model and a place, and a technician adds one there', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/asset-categories')
  const { page } = elena
  await page.getByRole('button', { name: 'Add category' }).click()
  const kind = dialogOf(page, 'New category')
  await kind.getByRole('textbox', { name: 'Name', exact: true }).fill('Loom')
  await kind.getByLabel('Tags begin with').fill('lt')
  await kind.getByRole('button', { name: 'Add field' }).click()
  await kind.getByLabel('Name of field 1').fill('Width of the cloth')
  await kind.getByLabel('Type of field 1').click()
  await page.getByRole('option', { name: 'Number', exact: true }).click()
  assert.deepEqual(await violations(page), [])
  await kind.getByRole('button', { name: 'Save category' }).click()
  await kind
    .getByText(/The tags of “Laptop” begin with LT already/)
    .first()
    .waitFor()
  await kind.getByLabel('Tags begin with').fill('lm')
  await picture(page, 'journey-thing-kinds-category')
  await kind.getByRole('button', { name: 'Save category' }).click()
  await rowOf(page, 'Loom')
    .getByText(/tags LM-….*1 field/)
    .waitFor()

  await page.getByRole('link', { name: 'Manufacturers' }).click()
  await page.getByRole('button', { name: 'Add manufacturer' }).click()
  const maker = dialogOf(page, 'New manufacturer')
  await maker.getByRole('textbox', { name: 'Name', exact: true }).fill('Telares Ibáñez')
  await maker.getByRole('button', { name: 'Save manufacturer' }).click()
  await page.getByText('Telares Ibáñez', { exact: true }).waitFor()

  await page.getByRole('link', { name: 'Models' }).click()
  await page.getByRole('button', { name: 'Add model' }).click()
  const model = dialogOf(page, 'New model')
  await model.getByRole('textbox', { name: 'Name', exact: true }).fill('Table loom 80')
  await model.getByRole('combobox', { name: 'Category' }).fill('Loom')
  await page.getByRole('option', { name: 'Loom', exact: true }).click()
  await model.getByRole('combobox', { name: 'Manufacturer' }).fill('Telares')
  await page.getByRole('option', { name: 'Telares Ibáñez' }).click()
  await model.getByLabel('In stock at least').fill('2')
  assert.deepEqual(await violations(page), [])
  await model.getByRole('button', { name: 'Save model' }).click()
  await model.waitFor({ state: 'hidden' })
  await page.getByRole('searchbox', { name: 'Find a model' }).fill('table loom')
  await rowOf(page, 'Telares Ibáñez Table loom 80')
    .getByText(/short of 2/)
    .waitFor()
  await picture(page, 'journey-thing-kinds-models')

  await page.getByRole('link', { name: 'Places' }).click()
  await page.getByRole('button', { name: 'Add inside Old cannery' }).click()
  const place = dialogOf(page, 'New place')
  await place.getByRole('textbox', { name: 'Name', exact: true }).fill('Weaving loft')
  await place.getByRole('button', { name: 'Save place' }).click()
  await page.getByText('Weaving loft', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Change Weaving loft' }).click()
  const moved = dialogOf(page, 'Change Weaving loft')
  await moved.getByRole('textbox', { name: 'Name', exact: true }).fill('Weaving gallery')
  await moved.getByRole('button', { name: 'Save place' }).click()
  await page.getByText('Weaving gallery', { exact: true }).waitFor()
  await picture(page, 'journey-thing-kinds-places')
  assert.deepEqual(await violations(page), [])

  const ana = await windowOf(url, 'ana@harbour.example', '/')
  const made = await ana.page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const { data: places } = await read('/locations')
    const { data: models } = await read('/asset-models?q=table%20loom')
    const { data: kinds } = await read('/asset-categories')
    return {
      path: places.find(({ name }: { name: string }) => name === 'Weaving gallery')?.path,
      model: models[0]?.manufacturerName,
      fields: kinds.find(({ name }: { name: string }) => name === 'Loom')?.fields,
    }
  })
  assert.deepEqual(made.path, ['Porto', 'Old cannery', 'Weaving gallery'])
  assert.equal(made.model, 'Telares Ibáñez')
  assert.deepEqual(
    made.fields.map(({ key, type }: { key: string; type: string }) => [key, type]),
    [['widthOfTheCloth', 'number']],
  )
  await ana.page.goto(`${url}/company/asset-categories`)
  await ana.page.getByText('The kinds of things are for admins.').waitFor()

  await page.getByRole('button', { name: 'Retire Weaving gallery' }).click()
  await page.getByText('Weaving gallery', { exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: 'Show retired places' }).check()
  await page.getByRole('button', { name: 'Delete Weaving gallery' }).click()
  await dialogOf(page, 'Delete Weaving gallery?').getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByText('“Weaving gallery” is deleted.').waitFor()

  const narrow = await windowOf(url, 'elena@harbour.example', '/company/locations', { viewport: phone })
  await narrow.page.getByText('Old cannery', { exact: true }).waitFor()
  await picture(narrow.page, 'journey-thing-kinds-phone')
  assert.deepEqual(await violations(narrow.page), [])
  assert.deepEqual([...elena.complaints, ...narrow.complaints], [])
  for (const { context } of [elena, ana, narrow]) await context.close()
})
