import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('claims are collected, paid together, and who claimed reads when', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const asked = await jorge.context.request.post(`${url}/api/v1/finance/expense-reimbursements`, {
    headers,
    data: {
      businessPurpose: 'Visit to the sawmill',
      expenseDate: '2025-11-03',
      expenseCategory: 'TRAVEL',
      currency: 'EUR',
      lineItems: [{ description: 'Train', amount: { amount: '6480', currency: 'EUR' } }],
    },
  })
  const { id, referenceNumber } = await asked.json()
  const pablo = await windowOf(url, 'pablo@harbour.example', '/')
  const noted = await pablo.context.request.put(`${url}/api/v1/finance/expense-reimbursements/${id}`, {
    headers,
    data: { approvedAmount: { amount: '6400', currency: 'EUR' } },
  })
  assert.equal(noted.status(), 200)

  const elena = await windowOf(url, 'elena@harbour.example', '/payments')
  await elena.page.getByRole('checkbox', { name: `Choose ${referenceNumber}` }).click()
  await elena.page.getByText(/^1 claim, .*64\.00/).waitFor()
  await picture(elena.page, 'payments')
  assert.deepEqual(await violations(elena.page), [])
  await elena.page.getByRole('button', { name: 'Collect into a batch' }).click()
  const batch = elena.page
    .getByRole('listitem')
    .filter({ hasText: /^Batch \d+/ })
    .first()
  await batch.getByRole('button', { name: 'Mark as paid' }).click()
  const dialog = elena.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Reference of the bank/ }).fill('BATCH 77')
  await picture(elena.page, 'payments-paid')
  assert.deepEqual(await violations(elena.page), [])
  await dialog.getByRole('button', { name: 'Mark as paid' }).click()
  await elena.page
    .getByText(/Paid on .*, BATCH 77/)
    .first()
    .waitFor()
  await jorge.page.goto(`${url}/r/${referenceNumber}`)
  await jorge.page.getByText('BATCH 77', { exact: true }).waitFor()

  const small = await windowOf(url, 'pablo@harbour.example', '/payments', { viewport: phone, scheme: 'dark' })
  await small.page
    .getByText(/BATCH 77/)
    .first()
    .waitFor()
  await picture(small.page, 'payments-phone')
  assert.deepEqual(await violations(small.page), [])
  assert.deepEqual([...elena.complaints, ...jorge.complaints, ...small.complaints], [])
  for (const { context } of [jorge, pablo, elena, small]) await context.close()
})
