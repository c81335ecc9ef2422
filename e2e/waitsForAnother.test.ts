import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** A call of the API as whoever has the page. */
const send = (page: Page, method: string, path: string, body: object) =>
  page.evaluate(
    async ([how, where, text]) => {
      const answer = await fetch(`/api/v1${where}`, {
        method: how,
        headers: { 'content-type': 'application/json', 'x-requested-with': 'deskhand' },
        body: text,
      })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as { id: string; referenceNumber: string }
    },
    [method, path, JSON.stringify(body)] as const,
  )

async function inBothLights(page: Page) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page), [])
  }
}

test('a technician lets one wait for another; whoever asked reads it, and it goes on by itself', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests', { viewport: phone })
  const ask = (summary: string) => send(jorge.page, 'POST', '/requests', { serviceDeskCode: 'IT', summary })
  const [held, other] = [await ask('A shelf for the new rack'), await ask('The new rack')]
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${held.referenceNumber}`)
  const { page } = ana
  for (const { id } of [held, other])
    await send(page, 'POST', `/requests/${id}/transitions`, { to: 'IN_PROGRESS' })

  await page.getByRole('combobox', { name: /^Status: In progress/ }).click()
  await page.getByRole('option', { name: /Waiting/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What it waits for').click()
  await page.getByRole('option', { name: 'Something else' }).click()
  await dialog.getByLabel('Until another request is over').fill(held.referenceNumber)
  await dialog.getByRole('button', { name: 'Put on hold' }).click()
  await dialog.getByText('It cannot wait for itself.').first().waitFor()
  await dialog.getByLabel('Until another request is over').fill(other.referenceNumber)
  await picture(page, 'waits-dialog')
  await inBothLights(page)
  await dialog.getByRole('button', { name: 'Put on hold' }).click()
  await page.getByRole('combobox', { name: /^Status: Waiting/ }).waitFor()
  await page.getByRole('link', { name: other.referenceNumber, exact: true }).first().waitFor()
  await picture(page, 'waits-queue')

  await jorge.page.goto(`/r/${held.referenceNumber}`)
  await jorge.page.getByText(`Waiting for ${other.referenceNumber}.`).first().waitFor()
  await picture(jorge.page, 'waits-phone')
  assert.deepEqual(await violations(jorge.page), [])

  const solved = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'It stands.' }
  await send(page, 'POST', `/requests/${other.id}/transitions`, solved)
  await page.getByRole('combobox', { name: /^Status: In progress/ }).waitFor()
  await page.getByText(`${other.referenceNumber} is over; this goes on.`).first().waitFor()
  await jorge.page.getByText('Ana Ruiz is on it.').first().waitFor()
  assert.deepEqual([...ana.complaints, ...jorge.complaints], [])
  await Promise.all([ana, jorge].map(({ context }) => context.close()))
})

test('what was corrected about booked time is read beside it', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/home')
  const made = await send(ana.page, 'POST', '/requests', {
    serviceDeskCode: 'IT',
    summary: 'Count the cables',
  })
  const entries = `/requests/${made.id}/time-entries`
  const { id } = await send(ana.page, 'POST', entries, { minutes: 40, type: 'CALL' })
  await send(ana.page, 'PATCH', `${entries}/${id}`, { minutes: 25, note: 'Twice' })
  const { page } = ana
  await page.goto(`/q/it-all?sel=${made.referenceNumber}`)
  await page.getByText('corrected', { exact: true }).click()
  await page.getByText(/Ana Ruiz: .*length 25 min instead of 40 min/).waitFor()
  await page.getByText(/note “Twice” instead of nothing/).waitFor()
  await picture(page, 'times-history')
  await inBothLights(page)
  assert.deepEqual(ana.complaints, [])
  await ana.context.close()
})

test('an admin lets a rule ask for approval, set an answer and an impact', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/rules/new')
  const { page } = elena
  await page.getByLabel('Name').fill('Ask about racks')
  const add = (first: boolean, name: string) =>
    page
      .getByRole('combobox', { name: first ? 'Do something' : 'Do something else', exact: true })
      .selectOption({ label: name })
  await add(true, 'set the impact to')
  await page.getByRole('combobox', { name: 'set the impact to' }).selectOption({ label: 'Low' })
  await add(false, 'set the answer')
  await page.getByRole('textbox', { name: 'Answer of the form' }).fill('floor')
  await page.getByRole('textbox', { name: 'What it is set to' }).fill('3')
  await add(false, 'ask for approval by')
  const policy = page.getByRole('combobox', { name: 'ask for approval by' })
  await policy.locator('option').nth(1).waitFor({ state: 'attached' })
  await policy.selectOption({ index: 1 })
  // What waits for approval is held back by that: a move is not offered beside it.
  const others = page.getByRole('combobox', { name: 'Do something else', exact: true })
  assert.equal(await others.locator('option', { hasText: 'move it to' }).count(), 0)
  await picture(page, 'rule-actions')
  await inBothLights(page)
  await page.getByRole('button', { name: 'Save rule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ask about racks' }).waitFor()
  await page.getByRole('button', { name: 'Delete rule' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete rule' }).click()
  await page.getByText('The rule is deleted.').waitFor()
  assert.deepEqual(elena.complaints, [])
  await elena.context.close()
})
