import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Calls the API in somebody's own session, as their page would. */
async function post(url: string, email: string, path: string, data: object) {
  const { context } = await openWindow(url)
  await signIn(context, url, email)
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const answer = await context.request.post(`${url}/api/v1${path}`, { headers, data })
  const body = await answer.json()
  await context.close()
  assert.equal(answer.status(), 201, JSON.stringify(body))
  return body
}

test('leave: the days are counted while one fills in, and what meets another is told before it is sent', async () => {
  const { url } = await openHouse()
  const taken = await post(url, 'marta@harbour.example', '/hr/leave-requests', {
    leaveType: 'ANNUAL',
    startDate: '2027-12-06',
    endDate: '2027-12-10',
  })
  const { page, context, complaints } = await windowOf(url, 'marta@harbour.example', '/ask')
  await page
    .getByRole('link', { name: /^Time off/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'First day' }).fill('20 Dec 2027')
  await page.getByRole('textbox', { name: 'Last day' }).fill('27 Dec 2027')
  await page.getByRole('textbox', { name: 'Last day' }).press('Tab')
  await page.getByText('6 days of leave').waitFor()
  await page.getByText(/is a holiday/).waitFor()
  await picture(page, 'leave')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('textbox', { name: 'First day' }).fill('10 Dec 2027')
  await page.getByRole('textbox', { name: 'First day' }).press('Tab')
  await page.getByText(`You are away already on 6–10 Dec 2027 (${taken.referenceNumber})`).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('onboarding: one request, six at four desks; HR sees them go on and cannot be done before they are', async () => {
  const { url } = await openHouse()
  const { referenceNumber, tasks } = await post(url, 'marta@harbour.example', '/hr/onboardings', {
    newcomerName: 'Noa Prieto',
    startDate: '2027-02-01',
    department: 'Finance',
    site: 'Madrid',
    equipment: ['LAPTOP'],
  })
  const marta = await windowOf(url, 'marta@harbour.example', `/r/${referenceNumber}`)
  await marta.page.getByRole('heading', { name: 'What is being prepared' }).waitFor()
  await marta.page.getByText('0 of 6 done').first().waitFor()
  await picture(marta.page, 'onboarding')
  assert.deepEqual(await violations(marta.page), [])
  const nuria = await windowOf(url, 'nuria@harbour.example', `/q/hr-all?sel=${referenceNumber}`)
  const journey = nuria.page.getByRole('complementary').filter({ hasText: 'Badge and key' })
  await journey.getByText('0 of 6 done').first().waitFor()
  await picture(nuria.page, 'onboarding-desk')

  // Finance settles its part, and both pages follow.
  const pay = tasks.find(({ deskCode }: { deskCode: string }) => deskCode === 'FINANCE')
  const pablo = await openWindow(url)
  await signIn(pablo.context, url, 'pablo@harbour.example')
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  for (const data of [
    { to: 'IN_PROGRESS' },
    { to: 'RESOLVED', resolutionCode: 'FULFILLED', resolutionText: 'On the list of February.' },
  ]) {
    const moved = await pablo.context.request.post(`${url}/api/v1/requests/${pay.id}/transitions`, {
      headers,
      data,
    })
    assert.equal(moved.status(), 200)
  }
  await marta.page.reload()
  await marta.page.getByText('1 of 6 done').first().waitFor()
  const early = await nuria.context.request.post(`${url}/api/v1/requests/${referenceNumber}/transitions`, {
    headers,
    data: { to: 'RESOLVED', resolutionCode: 'FULFILLED', resolutionText: 'Welcome.' },
  })
  assert.equal(early.status(), 409)

  const small = await windowOf(url, 'marta@harbour.example', `/r/${referenceNumber}`, {
    viewport: phone,
    scheme: 'dark',
  })
  await small.page.getByText('1 of 6 done').first().waitFor()
  await picture(small.page, 'onboarding-phone')
  assert.deepEqual(await violations(small.page), [])
  assert.deepEqual([...marta.complaints, ...nuria.complaints, ...small.complaints], [])
  for (const { context } of [marta, nuria, pablo, small]) await context.close()
})

test('offboarding: who leaves is chosen in the form, and each desk sees by when', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'marta@harbour.example', '/ask')
  await page
    .getByRole('link', { name: /^A colleague leaves/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: 'Who leaves' }).fill('Luis')
  await page.getByRole('option', { name: /^Luis/ }).first().click()
  await page.getByRole('textbox', { name: 'Last day' }).fill('31 Mar 2027')
  await page.getByRole('textbox', { name: 'Last day' }).press('Tab')
  await page.getByLabel('Why').fill('Moves abroad.')
  await picture(page, 'offboarding-form')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.getByRole('heading', { name: 'What is being prepared' }).waitFor()
  await page.getByText('0 of 6 done').first().waitFor()
  await page.getByText(/by 14 Apr 2027/).waitFor()
  await picture(page, 'offboarding')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('an admin says what a department’s newcomers need, and it opens for the next of them', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'elena@harbour.example', '/company/journeys')
  await page.getByText('Comes with Deskhand').first().waitFor()
  await page.getByRole('button', { name: 'New plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Finance')
  await dialog.getByLabel('For department').fill('Moon base')
  for (const at of [6, 5, 4, 3, 2])
    await dialog.getByRole('button', { name: `Take out request ${at}` }).click()
  const step = dialog.getByRole('group', { name: 'Request 1' })
  await step.getByLabel('What it is called').fill('Bank card')
  await step.getByLabel('Title of the request').fill('A card for {name}')
  await step.getByLabel('Due, in days').fill('-3')
  await dialog.getByRole('button', { name: 'Save plan' }).click()
  await dialog.getByText('Nobody works in a department of this name.').waitFor()
  await dialog.getByLabel('For department').fill('Finance')
  await picture(page, 'journey-plan')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Save plan' }).click()
  await page.getByText('Bank card (3 d before)').waitFor()
  const { tasks } = await post(url, 'marta@harbour.example', '/hr/onboardings', {
    newcomerName: 'Ines Prat',
    startDate: '2027-02-01',
    department: 'Finance',
  })
  assert.deepEqual(
    tasks.map(({ title, dueOn }: { title: string; dueOn: string }) => [title, dueOn]),
    [['Bank card', '2027-01-29']],
  )
  await page.getByRole('button', { name: 'Delete Finance' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete plan' }).click()
  await page.getByText('Bank card (3 d before)').waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
  await context.close()
})

test('equipment: the desk notes the order beside it, whoever asked reads it', async () => {
  const { url } = await openHouse()
  const { referenceNumber } = await post(url, 'jorge@harbour.example', '/it/hardware-requests', {
    hardwareName: 'Drawing tablet',
    estimatedPrice: { amount: '32900', currency: 'EUR' },
    businessJustification: 'For sketches at the customer.',
  })
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  const order = ana.page
    .locator('section')
    .filter({ has: ana.page.getByRole('heading', { name: 'Order', exact: true }) })
  await order.last().getByRole('button', { name: 'Change' }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByLabel('Where it is').click()
  await ana.page.getByRole('option', { name: 'Ordered' }).click()
  await dialog.getByLabel('Order number').fill('PO-4711')
  await picture(ana.page, 'order')
  assert.deepEqual(await violations(ana.page), [])
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await order.last().getByText('PO-4711').waitFor()
  const jorge = await windowOf(url, 'jorge@harbour.example', `/r/${referenceNumber}`)
  await jorge.page.getByRole('heading', { name: 'Order', exact: true }).waitFor()
  await jorge.page.getByText('Ordered', { exact: true }).first().waitFor()
  assert.deepEqual([...ana.complaints, ...jorge.complaints], [])
  for (const { context } of [ana, jorge]) await context.close()
})
