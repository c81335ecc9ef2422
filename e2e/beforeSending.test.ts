import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

test('a laptop, from the form that says who will approve it, by the manager’s mail link, to the order', async () => {
  const { url } = await openHouse()
  const pablo = await windowOf(url, 'pablo@harbour.example', '/ask')
  const { page } = pablo
  await page
    .getByRole('link', { name: /^A laptop or screen/ })
    .first()
    .click()
  await page.getByLabel('What do you need').fill('Laptop for the quarterly ledger')
  await page.getByLabel('What for').fill('The old one stops every hour.')
  // Before there is a price it says that it depends on it; with one, who is asked, in their order.
  const who = page.getByRole('region', { name: 'Who approves it' })
  await who.getByText(/It depends on what it costs/).waitFor()
  await page.getByRole('textbox', { name: 'Price, as far as you know' }).fill('1450')
  await who
    .getByText('Before work begins, it is approved by Teresa Quintana, then Sofía Prieto.', { exact: true })
    .waitFor()
  await page.getByRole('region', { name: 'By when' }).waitFor()
  await picture(page, 'before-sending')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/r\/IT-\d+/)
  const reference = page.url().match(/IT-\d+/)?.[0] ?? ''
  await page
    .getByText(/With Teresa Quintana since/)
    .first()
    .waitFor()

  const { context } = await openWindow(url)
  const mail = await openMail(context, 'teresa.quintana@harbour.example', new RegExp(reference))
  const link = await followButton(mail, 'Look and decide')
  await link.getByRole('button', { name: 'Approve' }).click()
  await link.getByText('Thank you. You approved this.').waitFor()
  await page
    .getByText(/With Sofía Prieto since/)
    .first()
    .waitFor()
  const sofia = await windowOf(url, 'sofia@harbour.example', '/approvals')
  const row = sofia.page.getByRole('listitem').filter({ hasText: reference })
  await row.getByRole('button', { name: 'Approve' }).click()
  await sofia.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await sofia.page.getByText(`You approved ${reference}.`).waitFor()

  // It is agreed to; the desk hands it over to buying, and Pablo reads the order.
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${reference}`)
  await ana.page
    .getByText(/Sofía Prieto\s+approved this/)
    .first()
    .waitFor()
  const order = ana.page
    .locator('section')
    .filter({ has: ana.page.getByRole('heading', { name: 'Order', exact: true }) })
  await order.last().getByRole('button', { name: 'Change' }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByLabel('Where it is').click()
  await ana.page.getByRole('option', { name: 'Ordered' }).click()
  await dialog.getByLabel('Order number').fill('PO-4712')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await order.last().getByText('PO-4712').waitFor()
  await page.getByText('Ordered', { exact: true }).first().waitFor()
  assert.deepEqual([...pablo.complaints, ...sofia.complaints, ...ana.complaints], [])
  for (const one of [pablo, sofia, ana]) await one.context.close()
  await context.close()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`on a phone in the ${scheme}, what one asked already is said above the button, and nobody else’s`, async () => {
    const { url } = await openHouse()
    const headers = { origin: url, 'x-requested-with': 'deskhand' }
    const summary = `Okapi badge reader ${scheme} blinks`
    const marta = await windowOf(url, 'marta@harbour.example', '/ask/other?desk=IT', {
      viewport: phone,
      scheme,
    })
    const ask = (context: typeof marta.context, text: string) =>
      context.request.post(`${url}/api/v1/requests`, {
        headers,
        data: { serviceDeskCode: 'IT', summary: text },
      })
    const mine = await (await ask(marta.context, summary)).json()
    const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
    const theirs = await (await ask(jorge.context, `${summary} for Jorge`)).json()
    await marta.page.getByLabel('What is it about').fill(`The okapi badge reader ${scheme} blinks`)
    const there = marta.page.getByRole('region', { name: 'Maybe it is there already' })
    await there.getByRole('link', { name: new RegExp(mine.referenceNumber) }).waitFor()
    assert.equal(await there.getByText(theirs.referenceNumber).count(), 0)
    await there.scrollIntoViewIfNeeded()
    await picture(marta.page, `before-sending-phone-${scheme}`)
    assert.deepEqual(await violations(marta.page), [])
    assert.deepEqual(marta.complaints, [])
    await marta.context.close()
    await jorge.context.close()
  })
}
