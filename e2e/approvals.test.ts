import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

type Asked = { summary: string; price: number; isConfidential?: boolean }

/** Asks for equipment as a form would, in this person's own session; answers the reference number. */
async function askFor(url: string, email: string, { summary, price, isConfidential = false }: Asked) {
  const { context, page, complaints } = await openWindow(url)
  await signIn(context, url, email)
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const catalogue = await (await context.request.get(`${url}/api/v1/service-desks/IT/request-types`)).json()
  const type = catalogue.data.find(({ name }: { name: string }) => name === 'A laptop or screen')
  const answer = await context.request.post(`${url}/api/v1/requests`, {
    headers,
    data: {
      serviceDeskCode: 'IT',
      requestTypeId: type.id,
      summary,
      isConfidential,
      customFields: {
        hardwareName: 'Laptop',
        estimatedPrice: { amount: String(price * 100), currency: 'EUR' },
        businessJustification: 'The old one stops every hour.',
      },
    },
  })
  const request = await answer.json()
  assert.equal(answer.status(), 201, JSON.stringify(request))
  return { context, page, complaints, reference: String(request.referenceNumber) }
}

test('an employee asks for a laptop, the manager approves from the mail link, and it is handed over to buying', async () => {
  const { url } = await openHouse()
  const asked = await askFor(url, 'pablo@harbour.example', { summary: 'Laptop for the ledger', price: 1_450 })
  const { reference } = asked
  await asked.page.goto(`/r/${reference}`)
  // Teresa leads accounting; Pablo reads who has it.
  await asked.page
    .getByText(/With Teresa Quintana since (today|yesterday)/)
    .first()
    .waitFor()
  await asked.page.getByText(/Once it is agreed, .+ buys it\./).waitFor()

  // A scanner may open the link as often as it likes.
  const { context, page: elsewhere } = await openWindow(url)
  const mail = await openMail(context, 'teresa.quintana@harbour.example', new RegExp(reference))
  const link = await followButton(mail, 'Look and decide')
  await link.getByRole('heading', { name: 'Teresa, you decide' }).waitFor()
  await link.getByText('€1,450.00').waitFor()
  await link.getByText('The old one stops every hour.').waitFor()
  assert.deepEqual(await violations(link), [])
  const address = link.url()
  // Forwarded to somebody who is signed in, it says whose it is and offers nothing to press.
  const other = await windowOf(url, 'jorge@harbour.example', '/')
  await other.page.goto(address)
  await other.page.getByText(/you are signed in as Jorge Vidal/).waitFor()
  assert.equal(await other.page.getByRole('button', { name: 'Approve' }).count(), 0)
  const fragment = new URL(address).hash.slice(1)
  const token = new URLSearchParams(fragment).get('token') ?? fragment
  const forwarded = await other.context.request.post(`${url}/api/v1/approvals/by-link/${token}`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { decision: 'APPROVED' },
  })
  assert.equal(forwarded.status(), 403, await forwarded.text())
  await other.context.close()
  await elsewhere.goto(address)
  await elsewhere.getByRole('button', { name: 'Approve' }).waitFor()
  await link.getByRole('button', { name: 'Approve' }).click()
  await link.getByText('Thank you. You approved this.').waitFor()

  // Used twice, it changes nothing.
  await elsewhere.getByRole('button', { name: 'Approve' }).click()
  await elsewhere.getByText('This link was used already. Nothing happens a second time.').waitFor()

  // The supervisor says yes on her home, and Ana can begin.
  await asked.page
    .getByText(/With Sofía Prieto since (today|yesterday)/)
    .first()
    .waitFor()
  const sofia = await windowOf(url, 'sofia@harbour.example', '/approvals')
  const row = sofia.page.getByRole('listitem').filter({ hasText: reference })
  await row.getByRole('button', { name: 'Approve' }).click()
  await sofia.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await sofia.page.getByText(`You approved ${reference}.`).waitFor()
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${reference}`)
  await ana.page
    .getByText(/Sofía Prieto\s+approved this/)
    .first()
    .waitFor()
  // Pablo sees that it is with buying now, and with whom.
  const buying = asked.page.getByRole('list', { name: 'How it is bought' })
  const isAt = (stop: string) =>
    buying.locator('[aria-current=step]').getByText(stop, { exact: true }).waitFor()
  await isAt('Buying')
  await buying.getByText('Approved').waitFor()
  await ana.page.keyboard.press('i')
  await asked.page.getByText('Ana Ruiz buys it.').waitFor()
  await ana.page.getByText('Ana Ruiz buys it.').waitFor()
  await picture(asked.page, 'laptop-buying')
  await picture(ana.page, 'laptop-buying-desk')
  assert.deepEqual([...(await violations(asked.page)), ...(await violations(ana.page))], [])
  const order = ana.page
    .locator('section')
    .filter({ has: ana.page.getByRole('heading', { name: 'Order', exact: true }) })
  await order.getByRole('button', { name: 'Change' }).click()
  const noting = ana.page.getByRole('dialog')
  await noting.getByRole('combobox', { name: 'Where it is' }).click()
  await ana.page.getByRole('option', { name: 'Ordered' }).click()
  await noting.getByLabel('Order number').fill('PO-2117')
  await noting.getByRole('button', { name: 'Save changes' }).click()
  await isAt('Ordered')
  await asked.page.getByText('It is on its way. Ana Ruiz hands it over when it arrives.').waitFor()
  await asked.page.getByText('PO-2117').first().waitFor()
  assert.deepEqual([...sofia.complaints, ...ana.complaints, ...asked.complaints], [])
  for (const window of [sofia.context, ana.context, context, asked.context]) await window.close()
})

test('a confidential one says nothing in its mail, asks to sign in, and is gone after the decision', async () => {
  const { url } = await openHouse()
  const { context: asking, reference } = await askFor(url, 'pablo@harbour.example', {
    summary: 'Laptop for a secret matter',
    price: 1_900,
    isConfidential: true,
  })
  const { context } = await openWindow(url)
  const mail = await openMail(
    context,
    'teresa.quintana@harbour.example',
    new RegExp(`${reference}.*confidential`, 'i'),
  )
  assert.equal(await mail.text.getByText('secret matter').count(), 0)
  await mail.text.getByRole('link', { name: 'Sign in and decide' }).waitFor()
  const elena = await windowOf(url, 'elena@harbour.example', `/r/${reference}`)
  await elena.page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await elena.page.getByText('secret matter').count(), 0)
  const teresa = await windowOf(url, 'teresa.quintana@harbour.example', '/approvals')
  const row = teresa.page.getByRole('listitem').filter({ hasText: reference })
  await row.getByRole('button', { name: 'Decline' }).click()
  const dialog = teresa.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await dialog.getByText('Say why.').waitFor()
  await dialog.getByLabel('Why').fill('Not this year.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await teresa.page.getByText(`You declined ${reference}.`).waitFor()
  await teresa.page.goto(`/r/${reference}`)
  await teresa.page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await teresa.page.getByText('secret matter').count(), 0)
  for (const window of [teresa.context, elena.context, context, asking]) await window.close()
})
