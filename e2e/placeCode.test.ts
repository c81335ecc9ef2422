import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { call, looksWell } from './assetsHelp.ts'
import { closeBrowser, phone, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('labels of a floor are printed, and whoever scans the one of a room reports from there', async () => {
  const { url } = await openHouse()
  const admin = await windowOf(url, 'elena@harbour.example', '/company/locations')
  const { data: places } = await call(admin.context, url, '/locations')
  const room = places.find(
    ({ kind, isStore }: { kind: string; isStore: boolean }) => kind === 'ROOM' && !isStore,
  )
  const floor = places.find(({ id }: { id: string }) => id === room.parentId)
  await admin.page
    .getByRole('button', { name: `Labels of ${floor.name} and what lies in it` })
    .first()
    .click()
  const dialog = admin.page.getByRole('dialog', { name: /^Labels of \d+ places$/ })
  await dialog.getByRole('img', { name: `How the label of ${floor.name} looks` }).waitFor()
  await looksWell(admin.page, 'place-labels')
  const [file] = await Promise.all([
    admin.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  assert.equal(file.suggestedFilename(), 'labels.pdf')

  const own = await windowOf(url, 'jorge@harbour.example', `/ask?place=${room.id}`, { viewport: phone })
  await own.page.getByText('You are at').waitFor()
  await own.page.getByText(room.name).first().waitFor()
  await looksWell(own.page, 'ask-at-a-place')
  await own.page
    .getByRole('link', { name: /Something is broken|Repair/ })
    .first()
    .click()
  await own.page.getByText('You are at').waitFor()
  const where = own.page.getByRole('textbox', { name: /^Where exactly/ })
  await where.waitFor()
  assert.equal(await where.inputValue(), [...room.path.slice(1)].join(', '))
  await looksWell(own.page, 'ask-from-a-place')

  // In own words there is no field for it, so the words begin with it; whoever is elsewhere says so.
  await own.page.goto(`/ask/other?place=${room.id}`)
  const details = own.page.getByRole('textbox', { name: /^Details/ })
  await details.waitFor()
  assert.match(await details.inputValue(), new RegExp(`^Where: ${room.name}, `))
  await own.page.getByRole('button', { name: 'I am elsewhere' }).click()
  await own.page.getByText('You are at').waitFor({ state: 'detached' })
  assert.deepEqual([...admin.complaints, ...own.complaints], [])
  for (const { context } of [admin, own]) await context.close()
})
