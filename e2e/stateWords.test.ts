import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('an admin writes what whoever asked reads of a state; the desk keeps its own words', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/r/IT-4921')
  await marta.page.getByText('Ana Ruiz is on it.').waitFor()
  const kind = await marta.page.evaluate(async () => {
    const answer = await fetch('/api/v1/requests/IT-4921')
    const { requestTypeName } = (await answer.json()) as { requestTypeName: string }
    return requestTypeName
  })
  const elena = await windowOf(url, 'elena@harbour.example', '/company/catalogue')
  await elena.page.getByRole('button', { name: `Change ${kind}`, exact: true }).click()
  const dialog = elena.page.getByRole('dialog')
  await dialog.getByText('What whoever asked reads').click()
  await dialog.getByLabel('In progress').fill('We are measuring the line')
  await picture(elena.page, 'state-words-editor')
  for (const colorScheme of ['dark', 'light'] as const) {
    await elena.page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(elena.page), [])
  }
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await elena.page.getByText(`${kind} is saved.`).waitFor()

  await marta.page.reload()
  await marta.page.getByText('We are measuring the line. Ana Ruiz is on it.').waitFor()
  await picture(marta.page, 'state-words')
  assert.deepEqual(await violations(marta.page), [])
  await marta.page.goto('/requests')
  await marta.page
    .getByText(/We are measuring the line\. Ana is on it\./)
    .first()
    .waitFor()
  // Also where it is found by typing: in the palette of whoever asked.
  await marta.page.keyboard.press('Control+k')
  await marta.page.getByRole('combobox', { name: 'Search and commands' }).fill('IT-4921')
  await marta.page
    .getByRole('option', { name: /IT-4921/ })
    .getByText('We are measuring the line')
    .first()
    .waitFor({ state: 'attached' })
  await marta.page.keyboard.press('Escape')
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4921')
  await ana.page.getByRole('combobox', { name: /^Status: In progress/ }).waitFor()
  assert.deepEqual([...elena.complaints, ...marta.complaints, ...ana.complaints], [])
  await Promise.all([elena, marta, ana].map(({ context }) => context.close()))
})
