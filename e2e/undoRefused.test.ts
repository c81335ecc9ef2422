import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('what somebody changed since is not undone: it is named with who changed it, and the rest can be undone', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const made: { id: string; referenceNumber: string }[] = []
  for (const summary of ['Okapi one', 'Okapi two']) {
    const data = { serviceDeskCode: 'IT', summary }
    made.push(await (await jorge.context.request.post(`${url}/api/v1/requests`, { headers, data })).json())
  }
  const [first, second] = made
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?f=desk:IT%20is:open%20okapi')
  const { page } = ana
  await page.getByRole('row', { name: /Okapi one/ }).click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('ControlOrMeta+a')
  const panel = page.getByRole('region', { name: 'Change 2 requests' })
  await panel.getByLabel('Status').first().click()
  await page.getByRole('option', { name: 'In review' }).click()
  await panel.getByRole('button', { name: 'Preview' }).click()
  await panel.getByText('2 will change').waitFor()
  await panel.getByRole('button', { name: 'Change 2 requests' }).click()
  await page.getByRole('region', { name: '2 requests changed' }).waitFor()

  // Luis takes one of them on before Ana thinks better of it.
  const luis = await windowOf(url, 'luis@harbour.example', `/q/it-all?sel=${first?.referenceNumber}`)
  await luis.page.getByRole('combobox', { name: /^Status: In review/ }).waitFor()
  await luis.page.keyboard.press('s')
  await luis.page.getByRole('option', { name: 'In progress' }).click()
  await luis.page.getByRole('combobox', { name: /^Status: In progress/ }).waitFor()

  await page.keyboard.press('z')
  const dialog = page.getByRole('dialog', { name: 'Some of it was changed since' })
  await dialog.getByText(String(first?.referenceNumber)).waitFor()
  await dialog.getByText(/Luis .+ changed the state.* since/).waitFor()
  await picture(page, 'undo-refused')
  assert.deepEqual(await violations(page), [])
  const statesNow = () =>
    Promise.all(
      made.map(
        async ({ id }) => (await (await page.request.get(`${url}/api/v1/requests/${id}`)).json()).status,
      ),
    )
  assert.deepEqual(await statesNow(), ['IN_PROGRESS', 'IN_REVIEW'], 'nothing happens before one has seen it')
  await dialog.getByRole('button', { name: 'Undo the other one' }).click()
  await page.getByText('Undone.').first().waitFor()
  assert.deepEqual(await statesNow(), ['IN_PROGRESS', 'SUBMITTED'])

  // Where nothing is left to undo, the line says as much of why.
  const edit = await page.request.post(`${url}/api/v1/requests/bulk`, {
    headers,
    data: { requestIds: [second?.id], action: { transition: { to: 'IN_REVIEW' } } },
  })
  const { operationId } = await edit.json()
  const move = await luis.context.request.post(`${url}/api/v1/requests/${second?.id}/transitions`, {
    headers,
    data: { to: 'IN_PROGRESS' },
  })
  assert.ok(move.ok(), await move.text())
  const undo = await page.request.post(`${url}/api/v1/undo/${operationId}`, { headers, data: {} })
  assert.equal(undo.status(), 409)
  const { conflicts } = await undo.json()
  assert.match(conflicts[0].message, /^Luis .+ since/)
  assert.equal(conflicts[0].subjectRef, second?.referenceNumber)
  assert.deepEqual([...ana.complaints, ...luis.complaints, ...jorge.complaints], [])
  for (const { context } of [ana, luis, jorge]) await context.close()
})
