import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ana = 'ana@harbour.example'

test('on the board a move that cannot be says why; by keyboard another is made, and one that must say something asks', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, ana, '/')
  const made = await page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'Board journey', tags: ['boarding'] },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  const { referenceNumber: reference } = await made.json()
  await page.goto('/q/custom?f=tag%3Aboarding&layout=board')
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name},`) })
  const card = (name: string) => column(name).getByRole('button', { name: 'Board journey' })
  await card('New').waitFor()

  // Dragged over a column that it cannot go to, the column gives the reason of the state table.
  await page.locator(`[data-card="${reference}"]`).dispatchEvent('dragstart', {
    dataTransfer: await page.evaluateHandle(() => new DataTransfer()),
  })
  // Without a card it is a strip, which opens for the one that comes over it.
  await column('Waiting').dispatchEvent('dragenter', {
    dataTransfer: await page.evaluateHandle(() => new DataTransfer()),
  })
  await column('Waiting').getByText('A new request cannot be put on hold.').waitFor()
  await picture(page, 'board-forbidden')
  await page.locator(`[data-card="${reference}"]`).dispatchEvent('dragend')

  // The same by keyboard, with the reasons in the list.
  await card('New').focus()
  await page.keyboard.press('Shift+M')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Waiting.*cannot be put on hold/ }).waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'In progress' }).click()
  await card('In progress').waitFor()
  await page.getByText(`${reference}: In progress.`).first().waitFor()

  // What has to say something opens its dialog.
  await card('In progress').focus()
  await page.keyboard.press('Shift+M')
  await page.getByRole('dialog').getByRole('button', { name: 'Waiting' }).click()
  await page.getByRole('dialog').getByLabel('What it waits for').click()
  await page.getByRole('option').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put on hold' }).click()
  await card('Waiting').waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('the shared board of the desk warns where a column holds too much', async () => {
  const { url } = await openHouse()
  const { page, context } = await windowOf(url, ana, '/q/todo')
  await page
    .getByRole('link', { name: /Shift board/ })
    .first()
    .click()
  await page
    .getByRole('region', { name: /^In progress,/ })
    .getByText(/\d+ of at most 30/)
    .waitFor()
  await page.locator('[data-card]').first().waitFor()
  await picture(page, 'board')
  assert.deepEqual(await violations(page), [])
  await context.close()
})

test('a request is snoozed by H, leaves the list, and comes back on top with the reason', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, ana, '/')
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const made = await jorge.page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'Snooze journey' },
    headers,
  })
  const { id, referenceNumber: reference } = await made.json()
  await page.request.put(`${url}/api/v1/requests/${id}/assignee`, {
    data: { assignedToId: (await (await page.request.get(`${url}/api/v1/users/me`)).json()).id },
    headers,
  })
  await page.goto(`/q/todo?sel=${reference}`)
  await page.getByRole('heading', { name: 'Snooze journey' }).waitFor()
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The requester replies', { exact: true }).check()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'snooze')
  await dialog.getByRole('button', { name: 'Snooze request' }).click()
  await page
    .getByText(/Snoozed until/)
    .first()
    .waitFor()
  await page.getByRole('row', { name: new RegExp(reference) }).waitFor({ state: 'detached' })
  const asleep = await context.newPage()
  await asleep.goto('/q/snoozed')
  await asleep
    .getByRole('row', { name: new RegExp(reference) })
    .getByText('Snoozed until the requester replies')
    .waitFor({ state: 'attached' })
  await picture(asleep, 'snoozed')
  assert.deepEqual(await violations(asleep), [])
  await asleep.close()

  await jorge.page.request.post(`${url}/api/v1/requests/${id}/activities`, {
    data: { message: 'It happens again' },
    headers,
  })
  await page
    .getByText(/Back from snooze: the requester replied/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /\d new/ }).click()
  await page.getByRole('row', { name: new RegExp(reference) }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
  await jorge.context.close()
})
