import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('a granted leave stands in the calendar until who takes it gives it back', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const asked = await jorge.context.request.post(`${url}/api/v1/hr/leave-requests`, {
    headers,
    data: { leaveType: 'ANNUAL', startDate: '2028-05-08', endDate: '2028-05-12' },
  })
  const { referenceNumber } = await asked.json()
  await jorge.page.goto(`${url}/r/${referenceNumber}`)
  await jorge.page
    .getByText(/With Marta Gil since today/)
    .first()
    .waitFor()
  const marta = await windowOf(url, 'marta@harbour.example', '/')
  const card = marta.page.getByRole('listitem').filter({ hasText: referenceNumber })
  await card.getByText('8 May 2028 – 12 May 2028 · 5 working days').waitFor()
  await card.getByText(/away then|Away then/).waitFor()
  await picture(marta.page, 'leave-asked-on-the-home')
  assert.deepEqual(await violations(marta.page), [])
  await marta.page.goto(`${url}/approvals`)
  const row = marta.page.getByRole('listitem').filter({ hasText: referenceNumber })
  await row.getByText('5 working days').waitFor()
  assert.equal(await row.getByText('Cost centre').count(), 0)
  await row.getByRole('button', { name: 'Approve' }).click()
  await marta.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await marta.page.getByText(`You approved ${referenceNumber}.`).waitFor()
  await jorge.page.getByText('Granted: 5 days.').waitFor()
  await picture(jorge.page, 'leave-granted')
  assert.deepEqual(await violations(jorge.page), [])
  await jorge.page.getByRole('link', { name: 'Who is away then' }).click()
  const away = jorge.page.getByRole('list', { name: 'Who is away' })
  await away.getByText('8 May 2028 – 12 May 2028 (Annual)').waitFor()
  await jorge.page.getByText('5 planned').waitFor()
  await picture(jorge.page, 'away')
  assert.deepEqual(await violations(jorge.page), [])
  await jorge.page.getByRole('button', { name: 'Month after' }).click()
  await jorge.page.getByRole('heading', { name: 'June 2028' }).waitFor()

  await jorge.page.goto(`${url}/r/${referenceNumber}`)
  await jorge.page.getByRole('button', { name: 'Cancel leave' }).click()
  const dialog = jorge.page.getByRole('dialog')
  await dialog.getByLabel('Why, if you like').fill('The trip is off.')
  await picture(jorge.page, 'leave-cancel')
  await dialog.getByRole('button', { name: 'Cancel leave' }).click()
  await jorge.page.getByText('Cancelled. The days are yours again.').waitFor()
  await jorge.page.goto(`${url}/away?month=2028-05`)
  await jorge.page.getByText('Nobody is away in this month.').waitFor()
  assert.deepEqual([...jorge.complaints, ...marta.complaints], [])
  for (const { context } of [marta, jorge]) await context.close()
})

test('HR sets how many days there are, and everybody sees what is left', async () => {
  const { url } = await openHouse()
  const nuria = await windowOf(url, 'nuria@harbour.example', '/away?month=2029-01')
  await nuria.page.getByRole('button', { name: 'Set days' }).click()
  const dialog = nuria.page.getByRole('dialog')
  await dialog.getByLabel('Days', { exact: true }).fill('26')
  await dialog.getByLabel('From year').fill('2029')
  await picture(nuria.page, 'leave-days')
  assert.deepEqual(await violations(nuria.page), [])
  await dialog.getByRole('button', { name: 'Save days' }).click()
  await nuria.page.getByText('Annual: 26 days from 2029, everybody').waitFor()
  const marta = await windowOf(url, 'marta@harbour.example', '/away?month=2029-01', {
    viewport: phone,
    scheme: 'dark',
  })
  await marta.page.getByText('26 days left').waitFor()
  await picture(marta.page, 'away-phone')
  assert.deepEqual(await violations(marta.page), [])
  assert.deepEqual([...nuria.complaints, ...marta.complaints], [])
  for (const { context } of [marta, nuria]) await context.close()
})
