import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { call, looksWell } from './assetsHelp.ts'
import { closeBrowser, openWindow, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** `2027-01-31`: so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Lets the alerts of this kind be looked for now, as an admin who switches them off and on again. */
async function lookFor(page: Page, kind: string) {
  for (const isOn of [false, true]) {
    await page.goto('/company/alerts')
    await page.getByRole('button', { name: `Change: ${kind}` }).click()
    const dialog = page.getByRole('dialog', { name: kind })
    await dialog.getByRole('switch', { name: 'Open alerts of this kind' }).setChecked(isOn, { force: true })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`${kind}: saved. Deskhand has looked anew.`).waitFor()
  }
}

/** The same once more, by going back to what is usual. */
async function lookAgain(page: Page, kind: string) {
  await page.getByRole('button', { name: `Back to usual: ${kind}` }).click()
  await page.getByText(`${kind}: as usual again.`).waitFor()
}

test('a licence: its key for who may and is still there, its seats given and taken back, too few free', async () => {
  const { url, database } = await openHouse()
  const sofia = await openWindow(url)
  const { page } = sofia
  await signIn(sofia.context, url, 'sofia@harbour.example')
  // Before the first page, so that no process remembers the session as it was.
  await database.pools.auth.query(`update auth.sessions set proved_at = now() - interval '16 minutes'`)
  await page.goto('/licences')
  await page.getByRole('button', { name: 'Add licence' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mooring Draw')
  await dialog.getByRole('textbox', { name: 'Seats' }).fill('2')
  await dialog.getByRole('textbox', { name: 'Should be free' }).fill('1')
  await dialog.getByLabel('Key', { exact: true }).fill('MOOR-1234-5678')
  await looksWell(page, 'licence-new')
  await dialog.getByRole('button', { name: 'Save licence' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mooring Draw' }).waitFor()
  const { pathname } = new URL(page.url())
  const id = pathname.split('/').at(-1) ?? ''

  // The key is in no answer but that of its own route, which asks who is there and writes it down.
  assert.equal(await page.getByText('MOOR-1234-5678').count(), 0)
  assert.doesNotMatch(JSON.stringify(await call(sofia.context, url, `/licences/${id}`)), /MOOR-1234/)
  await page.getByRole('button', { name: 'Show the key' }).click()
  const proof = page.getByRole('dialog', { name: 'Is it still you?' })
  await proof.getByLabel('Your password').fill('demo-demo-demo')
  await proof.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('MOOR-1234-5678').waitFor()
  await looksWell(page, 'licence-key')
  await page.getByRole('button', { name: 'Hide it' }).click()
  await page.reload()
  const history = page.getByRole('region', { name: 'History' }).getByRole('listitem')
  await history.filter({ hasText: /read the key of Mooring Draw/ }).waitFor()
  const ana = await windowOf(url, 'ana@harbour.example', pathname)
  await ana.page.getByText('Whoever leads a desk can show the key.').waitFor()
  const refused = await ana.context.request.get(`${url}/api/v1/licences/${id}/key`)
  assert.equal(refused.status(), 403)

  // Seats, to the last.
  const seats = ana.page.getByRole('region', { name: 'Seats' })
  const giving = ana.page.getByRole('dialog')
  for (const name of ['Jorge Vidal', 'Marta']) {
    await seats.getByRole('button', { name: 'Give a seat' }).click()
    await giving.getByRole('combobox', { name: 'Person' }).fill(name)
    await ana.page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    await giving.getByRole('button', { name: 'Give seat' }).click()
    await seats.getByRole('listitem').filter({ hasText: name }).waitFor()
  }
  await ana.page.getByText('none free: too few free').waitFor()
  await page.getByText('2 of 2 used').waitFor()
  await looksWell(ana.page, 'licence-full')
  const elena = await windowOf(url, 'elena@harbour.example', '/company/alerts')
  await lookFor(elena.page, 'Few free seats')
  await ana.page.goto(`/alerts?subject=${id}`)
  const alert = ana.page.getByRole('link', {
    name: 'Fewer seats of Mooring Draw are free than the 1 that should be',
  })
  await alert.waitFor()
  assert.deepEqual(await violations(ana.page), [])
  await alert.click()
  await seats.getByRole('button', { name: /^Free the seat of Marta/ }).click()
  await ana.page.getByText('1 free', { exact: true }).waitFor()
  await ana.page.getByRole('button', { name: 'Undo' }).click()
  await seats.getByRole('listitem').filter({ hasText: 'Marta' }).waitFor()
  await seats.getByRole('button', { name: /^Free the seat of Marta/ }).click()
  await seats.getByRole('listitem').filter({ hasText: 'Marta' }).waitFor({ state: 'detached' })
  await seats.getByText('Freed', { exact: true }).click()
  await seats.getByRole('listitem').filter({ hasText: 'Marta' }).first().waitFor()
  await looksWell(ana.page, 'licence-freed')
  await lookAgain(elena.page, 'Few free seats')
  await ana.page.goto(`/alerts?subject=${id}`)
  await ana.page.getByText('Nothing of this kind').waitFor()
  const all = [sofia, ana, elena]
  assert.deepEqual(
    all.flatMap(({ complaints }) => complaints),
    [],
  )
  for (const { context } of all) await context.close()
})

test('a term: the last day to give notice is listed and told of, and once given nothing is left to decide', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/licences')
  const { page } = ana
  const { id } = await call(ana.context, url, '/licences', {
    name: 'Tidal Board',
    kind: 'FLOATING',
    seats: 5,
  })
  await page.goto(`/licences/${id}`)
  const terms = page.getByRole('region', { name: 'Terms' })
  await terms.getByRole('button', { name: 'Add term' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First day').fill(inDays(-300))
  await dialog.getByLabel('Last day').fill(inDays(40))
  await dialog.getByRole('textbox', { name: 'Notice' }).fill('30')
  await dialog.getByRole('combobox', { name: 'Counted in' }).selectOption('DAYS')
  await dialog.getByRole('switch', { name: 'Renews itself when nobody gives notice' }).check()
  await looksWell(page, 'licence-term')
  await dialog.getByRole('button', { name: 'Save term' }).click()
  await terms
    .getByRole('listitem')
    .filter({ hasText: 'notice until' })
    .getByText(/renews itself/)
    .waitFor()

  const listed = page.getByRole('listitem').filter({ hasText: 'Tidal Board' })
  await page.goto('/licences/renewals?days=30')
  await listed.getByText(/^Last day to give notice, in \d+ days$/).waitFor()
  await looksWell(page, 'renewals')
  const elena = await windowOf(url, 'elena@harbour.example', '/company/alerts')
  await lookFor(elena.page, 'Notice of a licence')
  await page.goto(`/alerts?subject=${id}`)
  await page.getByRole('link', { name: /^Notice for Tidal Board can be given until/ }).click()

  await terms.getByRole('button', { name: 'Give notice' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('We draw elsewhere.')
  await looksWell(page, 'licence-notice')
  await dialog.getByRole('button', { name: 'Give notice' }).click()
  await terms.getByRole('listitem').filter({ hasText: 'In notice' }).waitFor()
  await page.goto('/licences/renewals?days=90')
  await listed.getByText(/^Ends, in \d+ days$/).waitFor()
  await lookAgain(elena.page, 'Notice of a licence')
  await page.goto(`/alerts?subject=${id}&kind=licence_notice`)
  await page.getByText('Nothing of this kind').waitFor()
  assert.deepEqual([...ana.complaints, ...elena.complaints], [])
  for (const { context } of [ana, elena]) await context.close()
})

test('a domain that expires soon is due, is renewed by a later day, and can be deleted and brought back', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/certificates')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Domain' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('quay.example')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog.locator('[aria-invalid=true]').first().waitFor()
  await dialog.getByLabel('Expires on').fill(inDays(10))
  await looksWell(page, 'certificate-new')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/certificates?due=true')
  const row = page.getByRole('listitem').filter({ hasText: 'quay.example' })
  await row.getByText(/^In \d+ days$/).waitFor()
  await looksWell(page, 'certificates')
  await row.getByRole('button', { name: 'Change quay.example' }).click()
  await dialog.getByLabel('Expires on').fill(inDays(375))
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await row.waitFor({ state: 'detached' })
  await page.goto('/certificates?q=quay.example')
  await row.getByRole('button', { name: 'Change quay.example' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
