import { after, test } from 'node:test'
import { closeBrowser, picture, windowOf } from './browser.ts'
import { openHouseWithClock } from './house.ts'

// A house of its own: others read the usual names in theirs.
const house = await openHouseWithClock()
after(closeBrowser)
after(house.stop)

test('what the company calls a priority is its word everywhere', async () => {
  const { url } = house
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  const made = await ana.context.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'The zebra crossing is dark', tags: ['zebra-word'] },
    headers,
  })
  const { referenceNumber: ref } = (await made.json()) as { referenceNumber: string }

  const elena = await windowOf(url, 'elena@harbour.example', '/company/priorities')
  const name = elena.page.getByLabel('Name of critical')
  await name.fill('Do first')
  await name.press('Tab')
  await elena.page.locator('input[aria-label="Impact High, urgency High"][value="Do first"]').waitFor()
  await picture(elena.page, 'priority-renamed')
  await elena.page.goto('/company/sla')
  await elena.page.getByRole('rowheader', { name: 'Do first' }).first().waitFor()
  await elena.page.goto('/company/rules')
  await elena.page
    .getByText(/set the priority to Do first/)
    .first()
    .waitFor()

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

  // In lists: as a filter.
  await ana.page.goto('/q/custom?f=tag%3Azebra-word+priority%3Acritical')
  await ana.page.getByRole('button', { name: /Priority: Do first/ }).waitFor()
  await Promise.all([elena, ana].map(({ context }) => context.close()))
})
