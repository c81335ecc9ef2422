import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openListener, webhookNetworks } from '../apps/server/src/webhooks/sample.ts'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

// The house reads it when it starts, and every file is read before.
process.env['DESKHAND_WEBHOOK_NETWORKS'] = webhookNetworks.join(' ')
const listener = await openListener()
after(closeBrowser)
after(closeHouse)
after(() => listener.close())

test('an admin makes a webhook, tries it, lets a rule call it, and sends again what did not arrive', async () => {
  const { url, database } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/webhooks')
  const { page } = elena
  await page.getByRole('button', { name: 'New webhook' }).click()
  const form = page.getByRole('dialog', { name: 'New webhook' })
  await form.getByLabel('Name').fill('Quay display')
  await form.getByLabel('Address').fill('https://192.168.1.1/hook')
  await form.getByRole('button', { name: 'Save webhook' }).click()
  await form
    .getByText(/lies in a private network/)
    .first()
    .waitFor()
  await form.getByLabel('Address').fill(listener.url)
  assert.deepEqual(await violations(page), [])
  await form.getByRole('button', { name: 'Save webhook' }).click()
  const told = page.getByRole('dialog', { name: 'The secret of “Quay display”' })
  await told.waitFor()
  assert.match(await told.getByLabel('Secret').inputValue(), /^whsec_/)
  await picture(page, 'journey-webhooks-secret')
  await told.getByRole('button', { name: 'I have kept it' }).click()

  await page.getByRole('link', { name: 'Quay display' }).click()
  await page.getByRole('heading', { level: 1, name: 'Quay display' }).waitFor()
  const log = page.getByRole('region', { name: 'Deliveries' })
  await log.getByText('Nothing was sent yet.').waitFor()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await log.getByText('Arrived · 200').waitFor()
  await log.getByRole('button', { name: /^A test/ }).click()
  await log.getByText('deskhand.webhook.test.v1', { exact: true }).waitFor()
  await picture(page, 'journey-webhooks-test')
  assert.deepEqual(await violations(page), [])
  await log.getByRole('button', { name: /^A test/ }).click()

  listener.answer((_, response) => void response.writeHead(503).end('Down for maintenance'))
  await page.goto(`${url}/company/rules/new`)
  await page.getByLabel('Name').fill('Tell the quay')
  await page.getByRole('combobox', { name: 'Desk' }).selectOption({ label: 'IT support' })
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('combobox', { name: 'What is compared' }).selectOption({ label: 'the title' })
  await page.getByRole('textbox', { name: 'Value' }).fill('quokka')
  await page.getByRole('combobox', { name: 'Do something' }).selectOption({ label: 'call the webhook' })
  await page.getByRole('combobox', { name: 'call the webhook' }).selectOption({ label: 'Quay display' })
  await picture(page, 'journey-webhooks-rule')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save rule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tell the quay' }).waitFor()
  const asked = await page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'A quokka on the quay' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  const { referenceNumber } = await asked.json()

  await page.goto(`${url}/company/webhooks`)
  await page.getByRole('link', { name: 'Quay display' }).click()
  await log.getByText(/Waiting · 503 · It answered 503/).waitFor()
  listener.answer(null)
  await page.getByRole('link', { name: 'Tell the quay' }).waitFor()
  // Tried again by itself, later each time; this time at once.
  await database.pools.worker.query('update jobs._private_jobs set run_at = now() where attempts > 0')
  await log.getByText('Arrived · 200').nth(1).waitFor({ timeout: 60_000 })
  await log.getByRole('button', { name: `Send again: ${referenceNumber} · Tell the quay` }).click()
  await page.getByText('It is on its way again.').waitFor()
  await picture(page, 'journey-webhooks-log')
  const tellings = () => listener.heard.filter(({ body }) => body.includes(String(referenceNumber)))
  assert.ok(new Set(tellings().map(({ headers }) => headers['webhook-id'])).size === 1)

  const small = await windowOf(url, 'elena@harbour.example', '/company/webhooks', { viewport: phone })
  await small.page.getByRole('link', { name: 'Quay display' }).click()
  await small.page.getByText('Arrived · 200').first().waitFor()
  await picture(small.page, 'journey-webhooks-phone')
  assert.deepEqual([...elena.complaints, ...small.complaints], [])
  for (const { context } of [elena, small]) await context.close()
})
