import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('an admin writes a rule, tries it, sees it work and takes it back; one that goes round is refused', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/rules')
  const { page } = elena
  await page.getByRole('link', { name: 'Water first' }).waitFor()
  await picture(page, 'journey-rules-list')
  await page.getByRole('button', { name: 'New rule' }).click()
  await page.getByLabel('Name').fill('Zorillas first')
  await page.getByRole('combobox', { name: 'Desk' }).selectOption({ label: 'IT support' })
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('combobox', { name: 'What is compared' }).selectOption({ label: 'the title' })
  await page.getByRole('textbox', { name: 'Value' }).fill('zorilla')
  await page.getByRole('combobox', { name: 'Do something' }).selectOption({ label: 'set the priority to' })
  await page.getByRole('combobox', { name: 'set the priority to' }).selectOption({ label: 'Critical' })
  await page.getByRole('combobox', { name: 'Do something else' }).selectOption({ label: 'write a note' })
  await page.getByRole('textbox', { name: 'write a note' }).fill('For {{requester.firstName}}: bring gloves.')

  await page.getByRole('combobox', { name: 'How many requests' }).selectOption('100')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText(/would have matched none/).waitFor()
  await picture(page, 'journey-rules-form')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save rule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Zorillas first' }).waitFor()
  await page.getByText('It has not matched yet.').waitFor()

  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const asked = await jorge.page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'A zorilla in the server room' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  const { referenceNumber } = await asked.json()
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  await ana.page.getByRole('heading', { name: 'Rules', exact: true }).waitFor()
  await ana.page.getByText('Set the priority to critical and write a note.', { exact: true }).waitFor()
  await ana.page.getByText('For Jorge: bring gloves.').first().waitFor()
  await picture(ana.page, 'journey-rules-panel')

  await page.reload()
  const log = page.getByRole('region', { name: 'Log' })
  await log.getByRole('link', { name: new RegExp(String(referenceNumber)) }).waitFor()
  await picture(page, 'journey-rules-log')
  await log.getByRole('button', { name: 'Undo what “Zorillas first” did' }).click()
  await log.getByText('Undone by Elena Duarte').waitFor()

  await page.getByRole('combobox', { name: 'What happens' }).selectOption({ label: 'a request changes' })
  await page.getByRole('combobox', { name: 'What changes' }).press('ArrowDown')
  await page.getByRole('option', { name: 'its priority' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save rule' }).click()
  await page
    .getByText(/“Zorillas first” would set itself off/)
    .first()
    .waitFor()
  await picture(page, 'journey-rules-circle')
  assert.deepEqual(await violations(page), [])

  const small = await windowOf(url, 'elena@harbour.example', '/company/rules', { viewport: phone })
  await small.page.getByRole('link', { name: 'Zorillas first' }).waitFor()
  await picture(small.page, 'journey-rules-phone')
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  for (const { context } of [elena, jorge, ana, small]) await context.close()
})

test('the order is changed by the keys of a handle, and by dragging it, and kept', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/rules')
  const { page } = elena
  const names = page.getByRole('list', { name: 'Rules in their order' }).getByRole('link')
  await names.first().waitFor()
  const [first = '', second = ''] = await names.allInnerTexts()
  await page.getByRole('button', { name: `Move ${first}` }).focus()
  const saved = page.waitForResponse((one) => one.url().endsWith('/automation-rules/order') && one.ok())
  await page.keyboard.press('ArrowDown')
  await saved
  await names.first().filter({ hasText: second }).waitFor()
  assert.deepEqual((await names.allInnerTexts()).slice(0, 2), [second, first])
  await page.reload()
  await names.first().filter({ hasText: second }).waitFor()
  assert.deepEqual((await names.allInnerTexts()).slice(0, 2), [second, first])

  // And by dragging its handle onto the row above.
  const kept = page.waitForResponse((one) => one.url().endsWith('/automation-rules/order') && one.ok())
  const target = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Move ${second}` }) })
  await page.getByRole('button', { name: `Move ${first}` }).dragTo(target)
  await kept
  await names.first().filter({ hasText: first }).waitFor()
  assert.deepEqual((await names.allInnerTexts()).slice(0, 2), [first, second])
  assert.deepEqual(elena.complaints, [])
  await elena.context.close()
})
