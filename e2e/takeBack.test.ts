import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Calls the API in somebody's own session. */
async function post(url: string, context: BrowserContext, path: string, data: object) {
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const answer = await context.request.post(`${url}/api/v1${path}`, { headers, data })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

test('whoever asked takes a purchase back while it waits to be agreed to', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const { referenceNumber } = await post(url, jorge.context, '/finance/purchase-requisitions', {
    summary: 'Racks that nobody needs after all',
    justification: 'The old ones do not carry the pallets.',
    lineItems: [{ description: 'Pallet rack', quantity: 4, unitPrice: { amount: '61900', currency: 'EUR' } }],
  })
  const marta = await windowOf(url, 'marta@harbour.example', `/r/${referenceNumber}`)
  await marta.page.getByRole('button', { name: 'Approve' }).first().waitFor()

  const { page } = jorge
  await page.goto(`/r/${referenceNumber}`)
  await page.getByRole('button', { name: 'Take it back' }).click()
  const dialog = page.getByRole('dialog', { name: `Take ${referenceNumber} back?` })
  await dialog.getByText(/Whoever was to agree to it is not asked any more/).waitFor()
  await picture(page, 'take-back')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await page
    .getByText(/You took it back/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Take it back' }).first().waitFor({ state: 'detached' })
  // Whoever was asked sees it go, without a reload.
  await marta.page.getByRole('button', { name: 'Approve' }).first().waitFor({ state: 'detached' })
  assert.deepEqual([...jorge.complaints, ...marta.complaints], [])
  for (const one of [jorge, marta]) await one.context.close()
})

test('Q and a figure run a macro, the list of keys names it, and it can be undone', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const { referenceNumber } = await post(url, jorge.context, '/requests', {
    serviceDeskCode: 'IT',
    summary: 'The dock hums by key',
  })
  await jorge.context.close()
  const { page, context, complaints } = await windowOf(
    url,
    'ana@harbour.example',
    `/q/it-all?sel=${referenceNumber}`,
  )
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Run “Take it and say so”').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.keyboard.press('q')
  await page.keyboard.press('1')
  await page.getByText(`“Take it and say so” is done on ${referenceNumber}.`).first().waitFor()
  await page.getByText('I have this now and look at it today.').first().waitFor()
  await page.keyboard.press('z')
  await page.getByText('Undone.').first().waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('undoing much is asked about first: how many, and what comes back', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'sofia@harbour.example', '/')
  const ids: string[] = []
  for (const at of [1, 2, 3, 4, 5, 6]) {
    const made = await post(url, context, '/requests', {
      serviceDeskCode: 'IT',
      summary: `Socket ${at} of the long table`,
    })
    ids.push(made.id)
  }
  await post(url, context, '/requests/bulk', { requestIds: ids, action: { priority: 'CRITICAL' } })
  await page.goto('/company/operations')
  await page.getByText(/For 24 hours after its end/).waitFor()
  await page
    .getByRole('button', { name: /^Undo: .*6 requests/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Undo 6 changes?' })
  await dialog.getByText(/As before again: .*Priority/).waitFor()
  await dialog.getByText('and 1 more').waitFor()
  await picture(page, 'undo-much')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Undo 6 changes' }).click()
  await page.getByText('undone by Sofía').first().waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
