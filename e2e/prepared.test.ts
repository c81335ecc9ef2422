import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('an admin prepares answers, and an employee begins with them', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'elena@harbour.example', '/company/prepared')
  await page.getByRole('combobox', { name: 'Kind of request' }).click()
  await page.getByRole('option', { name: 'A laptop or screen' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Standard laptop' }).waitFor()
  await page.getByRole('button', { name: 'Prepare answers' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('For the shop floor')
  await dialog.getByLabel(/^What do you need/).fill('Tablet')
  await picture(page, 'prepared-editor')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page), [])
  }
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'For the shop floor' })
  await row.getByText('One answer').waitFor()
  await picture(page, 'prepared')

  // What is deleted comes back.
  await row.getByRole('button', { name: 'Delete For the shop floor' }).click()
  await page.getByText('“For the shop floor” is deleted.').waitFor()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()

  const jorge = await windowOf(url, 'jorge@harbour.example', '/ask')
  await jorge.page
    .getByRole('link', { name: /A laptop or screen/ })
    .first()
    .click()
  await jorge.page.getByRole('button', { name: 'For the shop floor' }).click()
  assert.equal(await jorge.page.getByLabel(/^What do you need/).inputValue(), 'Tablet')
  assert.deepEqual([...complaints, ...jorge.complaints], [])
  await context.close()
  await jorge.context.close()
})
