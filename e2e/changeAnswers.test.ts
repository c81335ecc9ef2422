import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const pablo = 'pablo@harbour.example'

test('whoever asked changes an answer while it is being approved: it is asked anew, and who decides reads what changed', async () => {
  const { url } = await openHouse()
  const asked = await windowOf(url, pablo, '/requests')
  const answer = await asked.context.request.post(`${url}/api/v1/it/hardware-requests`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: {
      hardwareName: 'Scanner for receipts',
      estimatedPrice: { amount: '145000', currency: 'EUR' },
      businessJustification: 'Typing them takes a day.',
    },
  })
  const { referenceNumber } = await answer.json()
  assert.equal(answer.status(), 201)
  // Teresa leads accounting, and has it before her on her home.
  const teresa = await windowOf(url, 'teresa.quintana@harbour.example', '/')
  const row = teresa.page.getByRole('listitem').filter({ hasText: referenceNumber })
  await row.getByText(/€1,450\.00/).waitFor()

  await asked.page.goto(`${url}/r/${referenceNumber}`)
  const answers = asked.page.getByRole('region', { name: 'What you answered' })
  await answers.getByRole('button', { name: 'Change answers' }).click()
  const dialog = asked.page.getByRole('dialog')
  await dialog.getByText(/What was agreed to so far becomes void/).waitFor()
  const price = dialog.getByLabel(/Price/).first()
  await price.fill('2900')
  await picture(asked.page, 'change-answers')
  assert.deepEqual(await violations(asked.page), [])
  await dialog.getByRole('button', { name: 'Save answers' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await answers.getByText(/2,900/).waitFor()
  await picture(asked.page, 'change-answers-done')

  // Nobody has to load anything again: another sum is before her, with what it was.
  await row.getByText(/€2,900\.00/).waitFor()
  await teresa.page.goto(`${url}/approvals`)
  await row
    .getByText(/Changed since/)
    .first()
    .waitFor()
  await row.getByText(/was €1,450\.00/).waitFor()
  await picture(teresa.page, 'change-answers-asked-anew')
  assert.deepEqual(await violations(teresa.page), [])

  // Once it is decided on, the answers stand.
  const small = await windowOf(url, pablo, `/r/${referenceNumber}`, { viewport: phone, scheme: 'dark' })
  await small.page.getByRole('button', { name: 'Change answers' }).waitFor()
  await picture(small.page, 'change-answers-phone')
  await row.getByRole('button', { name: 'Decline' }).click()
  const declining = teresa.page.getByRole('dialog')
  await declining.getByLabel('Why').fill('Not in this year.')
  await declining.getByRole('button', { name: 'Decline' }).click()
  await small.page
    .getByText(/Not in this year\./)
    .first()
    .waitFor()
  await small.page.getByRole('button', { name: 'Change answers' }).waitFor({ state: 'hidden' })
  assert.deepEqual([...asked.complaints, ...teresa.complaints, ...small.complaints], [])
  for (const { context } of [asked, teresa, small]) await context.close()
})
