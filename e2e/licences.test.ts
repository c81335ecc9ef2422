import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const sofia = 'sofia@harbour.example'
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** docs/guides/licences.md, step by step, as it is written there. */
test('a licence is added, its seats given until none is left, its key shown, its renewal noticed', async () => {
  const { url, database } = await openHouse()
  const { page, context, complaints } = await openWindow(url)
  await signIn(context, url, sofia)
  // Before the first page, so that no process remembers the session as it was.
  await database.pools.auth.query(`update auth.sessions set proved_at = now() - interval '16 minutes'`)
  await page.goto('/licences')
  await page.getByRole('heading', { name: 'Licences' }).waitFor()
  await picture(page, 'licences')
  assert.deepEqual(await violations(page), [])

  await page.getByRole('button', { name: 'Add licence' }).click()
  const adding = page.getByRole('dialog')
  await adding.getByLabel('Name').fill('Sea chart viewer')
  await adding.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Per person' })
  await adding.getByRole('textbox', { name: 'Seats' }).fill('1')
  await adding.getByRole('textbox', { name: 'Should be free' }).fill('1')
  await adding.getByLabel('Key').fill('CHART-1234-5678')
  assert.deepEqual(await violations(page), [])
  await adding.getByRole('button', { name: 'Save licence' }).click()
  await page.getByRole('heading', { name: 'Sea chart viewer' }).waitFor()

  // The last seat goes once.
  await page.getByRole('button', { name: 'Give a seat' }).click()
  const giving = page.getByRole('dialog')
  await giving.getByRole('combobox', { name: 'Person' }).fill('Jorge Vidal')
  await page.getByRole('option', { name: /Jorge Vidal/ }).click()
  await giving.getByRole('button', { name: 'Give seat' }).click()
  await page.getByText('Jorge Vidal has a seat.').waitFor()
  await page.getByRole('list', { name: 'In use' }).getByRole('link', { name: 'Jorge Vidal' }).waitFor()
  const give = page.getByRole('button', { name: 'Give a seat' })
  await give.and(page.locator('[aria-disabled=true]')).waitFor()

  // The key, after a proof, and with a line in the history.
  await page.getByRole('button', { name: 'Show the key' }).click()
  const proof = page.getByRole('dialog', { name: 'Is it still you?' })
  await proof.getByLabel('Your password').fill('demo-demo-demo')
  await proof.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('CHART-1234-5678').waitFor()
  await page.getByRole('button', { name: 'Hide it' }).click()
  await page.getByText('CHART-1234-5678').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText(/read the key of Sea chart viewer/).waitFor()

  // A term, and the day until which notice can be given among the renewals.
  await page.getByRole('button', { name: 'Add term' }).click()
  const term = page.getByRole('dialog')
  await term.getByLabel('First day').fill(inDays(-300))
  await term.getByLabel('Last day', { exact: true }).fill(inDays(40))
  await term.getByRole('textbox', { name: 'Notice' }).fill('30')
  await term.getByRole('combobox', { name: 'How long before the last day.' }).selectOption({ label: 'days' })
  await term.getByRole('switch', { name: /Renews itself/ }).click({ force: true })
  assert.deepEqual(await violations(page), [])
  await term.getByRole('button', { name: 'Save term' }).click()
  await page.getByText('The term is saved.').waitFor()
  await page.getByRole('list', { name: 'Terms' }).getByText('Running').waitFor()
  await picture(page, 'licence')
  assert.deepEqual(await violations(page), [])
  await page.goto('/licences/renewals')
  const line = page.getByRole('listitem').filter({ hasText: 'Sea chart viewer' })
  // Days are counted where the reader is.
  await line.getByText(/Last day to give notice, in (9|10) days/).waitFor()
  await picture(page, 'renewals')

  // Notice given, it goes on no further.
  await line.getByRole('link', { name: 'Sea chart viewer' }).click()
  await page.getByRole('button', { name: 'Give notice' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give notice' }).click()
  await page.getByText('The term is in notice.').waitFor()

  await page.getByRole('button', { name: 'Free the seat of Jorge Vidal' }).click()
  await page.getByText('The seat of Jorge Vidal is free.').waitFor()
  await page.getByRole('radio', { name: 'Freed' }).check({ force: true })
  await page.getByRole('list', { name: 'Freed' }).getByRole('link', { name: 'Jorge Vidal' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('on a phone at night; another desk sees it, and changes nothing', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'nuria@harbour.example', '/licences', {
    viewport: phone,
    scheme: 'dark',
  })
  await page.getByRole('link', { name: /Figma/ }).first().click()
  await page.getByRole('heading', { name: 'Seats', exact: true }).waitFor()
  await page.getByText('IT support').first().waitFor()
  for (const name of ['Change', 'Retire', 'Give a seat', 'Add term'])
    assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name)
  await picture(page, 'licence-phone')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
  await context.close()
})
