import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Somebody with a new request of their own making. */
async function asked(email: string, summary: string) {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const opened = await windowOf(url, email, '/inbox')
  const post = async (path: string, data: object) => {
    const answer = await opened.context.request.post(`${url}/api/v1${path}`, { headers, data })
    assert.ok(answer.ok(), await answer.text())
    return answer.json()
  }
  const { id, referenceNumber } = await post('/requests', { serviceDeskCode: 'IT', summary })
  return { ...opened, url, post, id: String(id), reference: String(referenceNumber) }
}

test('what a move still needs is said at its field, and nothing is sent before', async () => {
  const { context, page, complaints, id, reference, post } = await asked(
    'ana@harbour.example',
    'At the field',
  )
  await post(`/requests/${id}/transitions`, { to: 'IN_PROGRESS' })
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/transitions')) sent.push(request.url())
  })
  await page.goto(`/q/it-all?sel=${reference}`)
  for (const [move, button, label, sentence] of [
    ['Resolved', 'Resolve request', 'How it ended', 'Pick how it ended.'],
    ['Waiting', 'Put on hold', 'What it waits for', 'Pick what it waits for.'],
  ] as const) {
    await page.getByRole('combobox', { name: /^Status/ }).click()
    await page.getByRole('option', { name: move }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: button }).click()
    await dialog.getByText(sentence).waitFor()
    const field = dialog.getByRole('combobox', { name: label })
    assert.equal(await field.getAttribute('aria-invalid'), 'true')
    assert.ok(await field.evaluate((one) => one === document.activeElement), `${label} has the focus`)
    assert.equal(await dialog.getByRole('alert').count(), 0)
    assert.deepEqual(await violations(page), [])
    await picture(page, `at-the-field-${move.toLowerCase()}`)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  assert.deepEqual(sent, [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('what was decided is not asked again, however late the rest is read', async () => {
  const { context, page, complaints, url, id, reference } = await asked(
    'jorge@harbour.example',
    'Decided once',
  )
  const ana = await windowOf(url, 'ana@harbour.example', '/inbox')
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  for (const data of [
    { to: 'IN_PROGRESS' },
    { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'It was loose.' },
  ]) {
    const moved = await ana.context.request.post(`${url}/api/v1/requests/${id}/transitions`, {
      headers,
      data,
    })
    assert.ok(moved.ok(), await moved.text())
  }
  await page.goto(`/r/${reference}`)
  const question = page.getByText(/says it is solved\. Is it/).first()
  await question.waitFor()
  await page.getByRole('button', { name: 'Not solved' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('It is loose again.')
  // Whatever would be read now does not come.
  await page.route('**/api/v1/requests**', (route) =>
    route.request().method() === 'GET' ? null : route.continue(),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Open it again' }).click()
  await question.waitFor({ state: 'detached' })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  assert.deepEqual([...complaints, ...ana.complaints], [])
  await context.close()
  await ana.context.close()
})
