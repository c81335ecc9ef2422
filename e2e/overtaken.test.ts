import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const path = (reference: string) => `/q/it-all?sel=${reference}`

/** Calls the API in this person's own session. */
async function send(context: BrowserContext, method: 'post' | 'put', address: string, data: object) {
  const headers = { origin: new URL(address).origin, 'x-requested-with': 'deskhand' }
  const answer = await context.request[method](address, { headers, data })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

const ask = async (context: BrowserContext, url: string, summary: string): Promise<string> =>
  (await send(context, 'post', `${url}/api/v1/requests`, { serviceDeskCode: 'IT', summary })).referenceNumber

test('a move shows first who wrote or moved while its dialog was open, and keeps what was typed', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/requests')
  const reference = await ask(marta.context, url, 'The scale shows nothing')
  const ana = await windowOf(url, 'ana@harbour.example', path(reference))
  const me = await (await ana.context.request.get(`${url}/api/v1/users/me`)).json()
  await send(ana.context, 'put', `${url}/api/v1/requests/${reference}/assignee`, { assignedToId: me.id })
  await send(ana.context, 'post', `${url}/api/v1/requests/${reference}/transitions`, { to: 'IN_PROGRESS' })
  await ana.page.getByRole('textbox', { name: 'Message' }).waitFor()
  await ana.page.getByRole('combobox', { name: /^Status: In progress/ }).waitFor()
  await ana.page.keyboard.press('s')
  await ana.page.getByRole('option', { name: 'With requester' }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Which scale is it?')

  // It comes to Ana's page, and so her dialog could know its version: it must not go by that.
  await send(marta.context, 'post', `${url}/api/v1/requests/${reference}/activities`, {
    message: 'It is the scale at dock two.',
  })
  await ana.page.getByText('It is the scale at dock two.').first().waitFor({ state: 'attached' })
  await ana.page.waitForLoadState('networkidle')
  const confirm = dialog.locator('button[type=submit]')
  await confirm.click()
  const notice = dialog.getByRole('alert')
  await notice.getByText('It is the scale at dock two.').waitFor()
  await picture(ana.page, 'overtaken-move')
  assert.deepEqual(await violations(ana.page), [])
  assert.equal(await dialog.getByRole('textbox').first().inputValue(), 'Which scale is it?')
  await confirm.click()
  await dialog.waitFor({ state: 'hidden' })
  await ana.page.getByText('Which scale is it?').first().waitFor()
  assert.deepEqual(ana.complaints, [])
  for (const { context } of [marta, ana]) await context.close()
})

test('a request is not put to sleep over a message that came meanwhile', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/requests')
  const reference = await ask(marta.context, url, 'The gate opens slowly')
  const ana = await windowOf(url, 'ana@harbour.example', path(reference))
  await ana.page.getByRole('textbox', { name: 'Message' }).waitFor()
  await ana.page.keyboard.press('h')
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'The requester replies' }).waitFor()
  await send(marta.context, 'post', `${url}/api/v1/requests/${reference}/activities`, {
    message: 'Now it does not open at all.',
  })
  await ana.page.getByText('Now it does not open at all.').first().waitFor({ state: 'attached' })
  await ana.page.waitForLoadState('networkidle')
  const confirm = dialog.getByRole('button', { name: 'Snooze request' })
  await confirm.click()
  await dialog.getByRole('alert').getByText('Now it does not open at all.').waitFor()
  await confirm.click()
  await dialog.waitFor({ state: 'hidden' })
  await ana.page
    .getByText(/Snoozed until/)
    .first()
    .waitFor()
  assert.deepEqual(ana.complaints, [])
  for (const { context } of [marta, ana]) await context.close()
})

test('own fields that two fill in at once: other fields hold, and the same one is asked about', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/fields')
  for (const label of ['Gate', 'Crane']) {
    await send(elena.context, 'post', `${url}/api/v1/management/custom-fields`, { type: 'line', label })
  }
  const reference = await ask(elena.context, url, 'The crane is loud')
  const ana = await windowOf(url, 'ana@harbour.example', path(reference))
  const luis = await windowOf(url, 'luis@harbour.example', path(reference))
  const openFields = async ({ page }: typeof ana) => {
    await page.getByRole('button', { name: 'Fill in the fields' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Gate').waitFor()
    return dialog
  }
  const anas = await openFields(ana)
  const luiss = await openFields(luis)
  await luiss.getByLabel('Gate').fill('North')
  await luiss.getByLabel('Crane').fill('K-2')
  await luiss.getByRole('button', { name: 'Save fields' }).click()
  await luiss.waitFor({ state: 'hidden' })

  await anas.getByLabel('Gate').fill('South')
  await anas.getByRole('button', { name: 'Save fields' }).click()
  const notice = anas.getByRole('alert')
  await notice.getByText('North').waitFor()
  await notice.getByText('South').waitFor()
  await picture(ana.page, 'overtaken-fields')
  assert.deepEqual(await violations(ana.page), [])
  // His value, in one press; then hers after all.
  await notice.getByRole('button', { name: 'Take theirs' }).click()
  await notice.waitFor({ state: 'hidden' })
  assert.equal(await anas.getByLabel('Gate').inputValue(), 'North')
  await anas.getByLabel('Gate').fill('South')
  await anas.getByRole('button', { name: 'Save fields' }).click()
  await anas.waitFor({ state: 'hidden' })
  // Hers where she wanted it, his where she had left it empty.
  await luis.page.getByText('South').first().waitFor()
  await luis.page.getByText('K-2').first().waitFor()
  assert.deepEqual([...ana.complaints, ...luis.complaints], [])
  for (const { context } of [elena, ana, luis]) await context.close()
})
