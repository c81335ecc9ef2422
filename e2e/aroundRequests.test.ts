import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

async function ask(context: BrowserContext, url: string, summary: string): Promise<string> {
  const answer = await context.request.post(`${url}/api/v1/requests`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { serviceDeskCode: 'IT', summary },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()).referenceNumber
}

test('a field of one’s own is made, filled in at the desk, read by whoever asked, and found', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/fields')
  await elena.page.getByRole('button', { name: 'Add field' }).click()
  const dialog = elena.page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Dock number')
  await dialog.getByLabel('Who sees it').click()
  await elena.page.getByRole('option', { name: 'The desk and whoever asked' }).click()
  await picture(elena.page, 'own-field-dialog')
  assert.deepEqual(await violations(elena.page), [])
  await dialog.getByRole('button', { name: 'Save field' }).click()
  await elena.page.getByText('“Dock number” is saved.').waitFor()
  await elena.page.getByText('own_dockNumber').waitFor()

  const marta = await windowOf(url, 'marta@harbour.example', '/requests')
  const reference = await ask(marta.context, url, 'The dock has no power')
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${reference}`)
  await ana.page.getByRole('button', { name: 'Fill in the fields' }).click()
  const fill = ana.page.getByRole('dialog')
  await fill.getByLabel('Dock number').fill('D-17')
  assert.deepEqual(await violations(ana.page), [])
  await fill.getByRole('button', { name: 'Save fields' }).click()
  await fill.waitFor({ state: 'hidden' })
  await ana.page.getByText('D-17').first().waitFor()
  await picture(ana.page, 'own-field-panel')

  await marta.page.goto(`/r/${reference}`)
  const block = marta.page.getByRole('region', { name: 'Also noted' })
  await block.getByText('D-17').waitFor()
  assert.deepEqual(await violations(marta.page), [])

  await ana.page.goto(`/q/it-all?where=${encodeURIComponent('field:"Dock number=d-17"')}`)
  await ana.page.getByRole('row', { name: new RegExp(reference) }).waitFor()
  assert.deepEqual([...elena.complaints, ...marta.complaints, ...ana.complaints], [])
  for (const { context } of [elena, marta, ana]) await context.close()
})

test('a supervisor is told why somebody cannot see a request', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const reference = await ask(jorge.context, url, 'Who may read this?')
  const nuria = await windowOf(url, 'elena@harbour.example', '/people?q=Nuria')
  await nuria.page.getByRole('row', { name: /Nuria/ }).first().click()
  await nuria.page.getByRole('button', { name: 'Explain what they can do' }).click()
  const dialog = nuria.page.getByRole('dialog')
  await dialog.getByLabel('Request').fill(reference)
  await dialog.getByRole('button', { name: 'Explain' }).click()
  await dialog.getByText(/^Nuria .* cannot see it\.$/).waitFor()
  await dialog.getByText(/does not work at IT support/).waitFor()
  await picture(nuria.page, 'explained')
  assert.deepEqual(await violations(nuria.page), [])
  assert.deepEqual(nuria.complaints, [])
  for (const { context } of [jorge, nuria]) await context.close()
})

test('an escalation policy is made, and an SLA policy goes by it', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'elena@harbour.example', '/company/escalations')
  await page.getByRole('button', { name: 'New escalation policy' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Tell who has it')
  await picture(page, 'escalation-dialog')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Save escalation policy' }).click()
  await page.getByText(/Tell who has it is saved/).waitFor()
  await page.goto('/company/sla?policy=new')
  await page.getByLabel('Name').fill('By the new steps')
  await page.getByLabel('First response, Critical').fill('1 h')
  await page.getByRole('combobox', { name: 'Escalation policy' }).click()
  await page.getByRole('option', { name: /Tell who has it/ }).click()
  await page.getByRole('button', { name: 'Save policy' }).click()
  await page.getByText(/By the new steps is saved/).waitFor()
  await page.goto('/company/escalations')
  await page.getByText(/for By the new steps/).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
