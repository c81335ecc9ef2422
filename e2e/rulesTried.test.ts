import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('a rule is tried on what is stored: what would have been otherwise is listed, and nothing is changed', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/rules/new')
  const { page } = elena
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const asked = await elena.context.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'An axolotl in the cable duct' },
    headers,
  })
  const { id, referenceNumber } = await asked.json()
  await page.getByLabel('Name').fill('Axolotls first')
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('combobox', { name: 'What is compared' }).selectOption({ label: 'the title' })
  await page.getByRole('textbox', { name: 'Value' }).fill('axolotl')
  await page.getByRole('combobox', { name: 'Do something' }).selectOption({ label: 'set the priority to' })
  await page.getByRole('combobox', { name: 'set the priority to' }).selectOption({ label: 'Critical' })
  await page.getByRole('combobox', { name: 'How many requests' }).selectOption('100')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('Of 100 requests it would have matched 1, with one difference.').waitFor()
  const differences = page.getByRole('region', { name: 'What would have been otherwise' })
  const row = differences.getByRole('row').filter({ hasText: referenceNumber })
  await row.waitFor()
  assert.deepEqual((await row.getByRole('cell').allInnerTexts()).slice(2), ['Priority', 'Medium', 'Critical'])
  await picture(page, 'rule-differences')
  assert.deepEqual(await violations(page), [])
  const now = await (await elena.context.request.get(`${url}/api/v1/requests/${id}`)).json()
  assert.equal(now.priority, 'MEDIUM')
  assert.deepEqual(elena.complaints, [])
  await elena.context.close()
})

test('what somebody changed since is not undone: who and what is said, and the rest can be', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  const luis = await windowOf(url, 'luis@harbour.example', '/q/it-all')
  const send = async (who: typeof ana, path: string, data: object, how: 'post' | 'put' = 'post') => {
    const headers = { origin: url, 'x-requested-with': 'deskhand' }
    const answer = await who.context.request[how](`${url}/api/v1${path}`, { headers, data })
    assert.ok(answer.ok(), await answer.text())
    return answer.json()
  }
  const made = []
  for (const place of ['one', 'two'])
    made.push(await send(ana, '/requests', { serviceDeskCode: 'IT', summary: `Narwhal hook ${place}` }))
  const [first, second] = made
  const requestIds = made.map(({ id }) => id)
  await send(ana, '/requests/bulk', { requestIds, action: { priority: 'HIGH' } })
  await send(luis, `/requests/${first.id}/priority`, { priority: 'LOW' }, 'put')

  const { page } = ana
  await page.goto('/company/operations')
  await page
    .getByRole('button', { name: /^Undo: .*2 requests/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Some of it was changed since' })
  await dialog.getByText(first.referenceNumber).waitFor()
  await dialog.getByText(/Luis Mora/).waitFor()
  await picture(page, 'undo-refused')
  assert.deepEqual(await violations(page), [])
  const priority = async (id: string) =>
    (await (await ana.context.request.get(`${url}/api/v1/requests/${id}`)).json()).priority
  assert.deepEqual([await priority(first.id), await priority(second.id)], ['LOW', 'HIGH'])
  await dialog.getByRole('button', { name: 'Undo the other one' }).click()
  await page.getByText('Undone.', { exact: true }).first().waitFor()
  assert.deepEqual([await priority(first.id), await priority(second.id)], ['LOW', 'MEDIUM'])
  assert.deepEqual([...ana.complaints, ...luis.complaints], [])
  for (const { context } of [ana, luis]) await context.close()
})
