import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Sends a request to IT as whoever this window belongs to; answers its tag. */
async function ask(context: BrowserContext, url: string, summary: string): Promise<string> {
  const answer = await context.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary, description: 'As it says above.' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  assert.equal(answer.status(), 201, await answer.text())
  return (await answer.json()).referenceNumber
}

test('a supervisor sees the whole desk, gives work to others, rejects and closes', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const [lamp, toy, door] = [
    await ask(jorge.context, url, 'Second monitor stays dark'),
    await ask(jorge.context, url, 'A games console for the lobby'),
    await ask(jorge.context, url, 'Badge reader beeps twice'),
  ]
  const luis = await windowOf(url, 'luis@harbour.example', `/q/it-all?sel=${lamp}`)
  await luis.page.getByRole('combobox', { name: /^Assignee: Unassigned/ }).waitFor()
  const sofia = await windowOf(url, 'sofia@harbour.example', `/q/it-all?sel=${lamp}`)
  const { page } = sofia
  await page.getByRole('grid', { name: 'All open' }).waitFor()
  await page.getByRole('heading', { name: 'Second monitor stays dark' }).waitFor()
  assert.deepEqual(await violations(page), [])

  // She gives it to Luis, who sees it happen.
  await page.keyboard.press('a')
  await page.getByRole('option', { name: /Luis/ }).click()
  await page.getByText(new RegExp(`${lamp} is with Luis`)).waitFor()
  // What he has he gives on and, a slip of the hand, takes back; out of a colleague's hands it takes a supervisor.
  const has = (name: string) => luis.page.getByRole('combobox', { name: new RegExp(`^Assignee: ${name}`) })
  const colleague = luis.page.getByRole('option', { name: /Ana Ruiz/ })
  await has('Luis').click()
  await colleague.click()
  await has('Ana').waitFor()
  await luis.page.getByRole('button', { name: 'Undo' }).click()
  await has('Luis').click()
  await colleague.click()
  await has('Ana').click()
  // Nobody can be picked, and why is said once above all of them.
  await luis.page.getByText('Only a supervisor of this desk gives it to somebody else.').waitFor()
  const third = luis.page.getByRole('option', { name: /Tiago/ })
  assert.equal(await third.getAttribute('data-combobox-disabled'), 'true')
  await luis.page.keyboard.press('Escape')

  // She rejects with a reason, which the requester reads.
  await page.goto(`/q/it-all?sel=${toy}`)
  await page.getByRole('heading', { name: 'A games console for the lobby' }).waitFor()
  await page.getByRole('combobox', { name: /^Status: New/ }).click()
  await page.getByRole('option', { name: /In review/ }).click()
  await page.getByRole('combobox', { name: /^Status: In review/ }).click()
  await page.getByRole('option', { name: /Rejected/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('The lobby belongs to Facilities, and they said no.')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Reject request' }).click()
  await jorge.page.goto(`/r/${toy}`)
  await jorge.page.getByText('The lobby belongs to Facilities, and they said no.').first().waitFor()
  assert.deepEqual(await violations(jorge.page), [])

  // She resolves another one and closes it herself.
  await page.goto(`/q/it-all?sel=${door}`)
  await page.getByRole('heading', { name: 'Badge reader beeps twice' }).waitFor()
  await page.keyboard.press('i')
  await page.getByRole('combobox', { name: /^Assignee: Sofía/ }).waitFor()
  await page.keyboard.press('y')
  await dialog.getByLabel('How it ended').click()
  await page.getByRole('option').first().click()
  await dialog.getByLabel('What solved it').fill('The reader has new firmware.')
  await dialog.getByRole('button', { name: 'Resolve request' }).click()
  await page.getByRole('combobox', { name: /^Status: Resolved/ }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Close', exact: true }).click()
  await page.getByRole('combobox', { name: /^Status: Closed/ }).waitFor()
  await jorge.page.goto(`/r/${door}`)
  await jorge.page
    .getByText(/Closed (today|yesterday)/)
    .first()
    .waitFor()

  assert.deepEqual([...sofia.complaints, ...luis.complaints, ...jorge.complaints], [])
  for (const { context } of [sofia, luis, jorge]) await context.close()
})
