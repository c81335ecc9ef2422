import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('what the company calls a priority is its word everywhere, at once for who renamed it', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  const made = await ana.context.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'The zebra crossing is dark', tags: ['zebra-word'] },
    headers,
  })
  const { id, referenceNumber: ref } = (await made.json()) as { id: string; referenceNumber: string }

  const elena = await windowOf(url, 'elena@harbour.example', '/company/priorities')
  const name = elena.page.getByLabel('Name of critical')
  await name.fill('Do first')
  await name.press('Tab')
  await elena.page.locator('input[aria-label="Impact High, urgency High"][value="Do first"]').waitFor()
  await picture(elena.page, 'priority-renamed')
  // Without a reload: the promises and the rules speak of it by its new name.
  const nav = elena.page.getByRole('navigation', { name: 'Company' })
  await nav.getByRole('link', { name: 'SLA' }).click()
  await elena.page.getByRole('rowheader', { name: 'Do first' }).first().waitFor()

  // In the request: the field, its choices, and the timeline.
  await ana.page.goto(`/q/custom?f=tag%3Azebra-word&sel=${ref}`)
  await ana.page.getByRole('combobox', { name: /^Priority: / }).click()
  await ana.page.getByRole('option', { name: 'Do first' }).click()
  await ana.page.getByRole('combobox', { name: /^Priority: Do first/ }).waitFor()
  await ana.page
    .getByText(/set the priority to Do first/)
    .first()
    .waitFor()
  await picture(ana.page, 'priority-in-request')

  // In lists: as a filter, as a column of a table, as a column of a board.
  await ana.page.goto('/q/custom?f=tag%3Azebra-word+priority%3Acritical')
  await ana.page.getByRole('button', { name: /Priority: Do first/ }).waitFor()
  await ana.page.goto('/q/custom?f=tag%3Azebra-word&layout=table')
  await ana.page.getByRole('cell', { name: /Do first/ }).waitFor()
  await ana.page.goto('/q/custom?f=tag%3Azebra-word&layout=board&group=priority')
  await ana.page.getByRole('heading', { name: /Do first/ }).waitFor()
  assert.deepEqual(await violations(ana.page), [])
  await picture(ana.page, 'priority-on-board')

  // In the audit log, and where whoever asked reads why it comes first.
  await elena.page.goto(`/audit?subject=${id}`)
  await elena.page.getByText('Do first').first().waitFor()

  // And nothing says the old one any more, where its name stood.
  await ana.page.goto(`/q/custom?f=tag%3Azebra-word&sel=${ref}`)
  await ana.page.getByRole('combobox', { name: /^Priority: Do first/ }).waitFor()
  assert.equal(await ana.page.getByText('Critical', { exact: true }).count(), 0)
  assert.deepEqual([...elena.complaints, ...ana.complaints], [])
  await Promise.all([elena, ana].map(({ context }) => context.close()))
})
