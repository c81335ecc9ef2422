import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const headers = (url: string) => ({ origin: url, 'x-requested-with': 'deskhand' })

test('a technician sorts a request where it stands: rating, team and kind, each undone; and seals it', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const asked = await jorge.context.request.post(`${url}/api/v1/requests`, {
    headers: headers(url),
    data: { serviceDeskCode: 'IT', summary: 'The dock hums' },
  })
  const { referenceNumber } = (await asked.json()) as { referenceNumber: string }
  const { page, complaints, context } = await windowOf(
    url,
    'ana@harbour.example',
    `/q/it-all?sel=${referenceNumber}`,
  )
  const undo = () => page.getByRole('button', { name: /^Undo/ }).last().click()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()

  await page.getByRole('button', { name: 'Impact and urgency: None' }).click()
  await page.getByRole('group', { name: 'Impact' }).getByText('High').click()
  await page.getByRole('group', { name: 'Urgency' }).getByText('High').click()
  await page.getByText('Leads to priority critical.').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Impact and urgency: High impact and urgency' }).waitFor()
  await undo()
  await page.getByRole('button', { name: 'Impact and urgency: None' }).waitFor()

  await page.getByRole('combobox', { name: /^Team: None/ }).click()
  await page.getByRole('option', { name: 'Devices' }).click()
  await page.getByRole('combobox', { name: /^Team: Devices/ }).waitFor()
  await page.getByRole('combobox', { name: /^Team: Devices/ }).click()
  await page.getByRole('option', { name: 'No team' }).click()
  await page.getByText(`${referenceNumber} is with no team.`).first().waitFor()
  await undo()
  await page.getByRole('combobox', { name: /^Team: Devices/ }).waitFor()

  await page.getByRole('combobox', { name: /^Kind: / }).click()
  await page.getByRole('option', { name: 'Something else' }).click()
  await page.getByRole('combobox', { name: /^Kind: Something else/ }).waitFor()

  const sealed = await context.request.put(`${url}/api/v1/requests/${referenceNumber}/confidentiality`, {
    headers: headers(url),
    data: { isConfidential: true },
  })
  assert.equal(sealed.status(), 200)
  await page.getByText('Confidential.').first().waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Who can read this' }).click()
  await page.getByRole('switch', { name: /The people of IT/ }).waitFor()
  await page.getByRole('combobox', { name: 'Add somebody' }).fill('Marta')
  await page.getByRole('option', { name: /Marta Gil/ }).click()
  await page.getByRole('button', { name: 'Take Marta Gil off' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save who can read it' }).click()
  await page.getByText(`${referenceNumber}: who can read it is changed.`).first().waitFor()
  const marta = await windowOf(url, 'marta@harbour.example', `/r/${referenceNumber}`)
  await marta.page.getByText('The dock hums').first().waitFor()
  assert.deepEqual([...complaints, ...marta.complaints], [])
  for (const one of [context, jorge.context, marta.context]) await one.close()
})
