import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('the order is changed by the keys of a handle, and kept', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/rules')
  const { page } = elena
  const names = page.getByRole('list', { name: 'Rules in their order' }).getByRole('link')
  await names.first().waitFor()
  const [first, second] = await names.allInnerTexts()
  await page.getByRole('button', { name: `Move ${first}` }).focus()
  const saved = page.waitForResponse((one) => one.url().endsWith('/automation-rules/order') && one.ok())
  await page.keyboard.press('ArrowDown')
  await saved
  assert.deepEqual((await names.allInnerTexts()).slice(0, 2), [second, first])
  await page.reload()
  await names.first().waitFor()
  assert.deepEqual((await names.allInnerTexts()).slice(0, 2), [second, first])
  assert.deepEqual(elena.complaints, [])
  await elena.context.close()
})
