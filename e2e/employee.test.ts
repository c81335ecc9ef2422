import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

async function send(
  context: BrowserContext,
  url: string,
  method: 'POST' | 'PUT',
  path: string,
  data: object,
) {
  const answer = await context.request.fetch(`${url}/api/v1${path}`, {
    method,
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data,
  })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

/** A request of Jorge's that nobody else knows of, in his window. */
async function asked(url: string, summary: string) {
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const { id, referenceNumber } = await send(jorge.context, url, 'POST', '/requests', {
    serviceDeskCode: 'IT',
    summary,
  })
  await jorge.page.goto(`/r/${referenceNumber}`)
  await jorge.page.getByRole('heading', { level: 1, name: summary }).waitFor()
  return { ...jorge, id: String(id), reference: String(referenceNumber) }
}

test('an employee takes a request back, and opens it again', async () => {
  const { url } = await openHouse()
  const { page, context, complaints, reference } = await asked(url, 'The headset is lost')
  await page.getByRole('button', { name: 'Take it back' }).click()
  const dialog = page.getByRole('dialog', { name: `Take ${reference} back?` })
  await dialog.waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText(`${reference} is taken back.`).first().waitFor()
  await page
    .getByText(/You took it back (today|yesterday)/)
    .first()
    .waitFor()
  assert.deepEqual(await violations(page), [])

  await page.getByRole('button', { name: 'Open it again' }).click()
  const again = page.getByRole('dialog', { name: `Open ${reference} again` })
  await again.getByRole('button', { name: 'Open it again' }).click()
  await again.getByText('Say it in a sentence.').waitFor()
  assert.deepEqual(await violations(page), [])
  await again.getByLabel('What is still wrong?').fill('It was found, and hums.')
  await again.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText(`${reference} is open again.`).first().waitFor()
  await page.getByText('It was found, and hums.').first().waitFor()
  await page.getByRole('button', { name: 'Take it back' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('an employee says that it is not solved, then that it is, and opens it once more', async () => {
  const { url } = await openHouse()
  const { page, context, complaints, id, reference } = await asked(url, 'The monitor flickers at noon')
  const ana = await windowOf(url, 'ana@harbour.example', '/q/todo')
  const solve = (resolutionText: string) =>
    send(ana.context, url, 'POST', `/requests/${id}/transitions`, {
      to: 'RESOLVED',
      resolutionCode: 'FIXED',
      resolutionText,
    })
  const { id: assignedToId } = await (await ana.context.request.get(`${url}/api/v1/users/me`)).json()
  await send(ana.context, url, 'PUT', `/requests/${id}/assignee`, { assignedToId })
  await send(ana.context, url, 'POST', `/requests/${id}/transitions`, { to: 'IN_PROGRESS' })
  await solve('A new cable is in.')

  // It turns up while he looks at it.
  await page.getByText('Ana says it is solved. Is it?').first().waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Not solved' }).click()
  const dialog = page.getByRole('dialog', { name: `Open ${reference} again` })
  await dialog.getByLabel('What is still wrong?').fill('It flickered again at noon.')
  await dialog.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText('It flickered again at noon.').first().waitFor()
  await page.getByText('Ana Ruiz is on it.').first().waitFor()

  await solve('The mains plug was loose.')
  await page.getByText('The mains plug was loose.').first().waitFor()
  await page.getByRole('button', { name: 'It’s solved' }).click()
  await page
    .getByText(/Closed (today|yesterday)/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Open it again' }).click()
  await dialog.getByLabel('What is still wrong?').fill('Sadly, it is back.')
  await dialog.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText('Sadly, it is back.').first().waitFor()
  await ana.page.goto(`/q/it-all?sel=${reference}`)
  await ana.page.getByText('Sadly, it is back.').first().waitFor()
  assert.deepEqual([...complaints, ...ana.complaints], [])
  await context.close()
  await ana.context.close()
})
