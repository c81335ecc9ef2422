import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { looksWell } from './assetsHelp.ts'
import { closeBrowser, phone, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** docs/guides/reservations.md, step by step, as it is written there. */
test('something is borrowed: asked for in the calendar, confirmed, handed out, extended, taken back', async () => {
  const { url } = await openHouse()
  const own = await windowOf(url, 'marta@harbour.example', '/equipment')
  await own.page.getByRole('button', { name: 'Borrow something' }).click()
  const asking = own.page.getByRole('dialog')
  await asking.getByRole('combobox', { name: 'What you need' }).click()
  await own.page.getByRole('option', { name: /Evolve2 65/ }).click()
  // A week from now, whatever day that is.
  await asking.getByRole('button', { name: 'Later' }).click()
  await asking
    .getByRole('button', { name: /, [1-9]\d* free$/ })
    .nth(2)
    .click()
  await asking
    .getByRole('button', { name: /, [1-9]\d* free$/ })
    .nth(4)
    .click()
  await asking.getByText(/free then/i).waitFor()
  await looksWell(own.page, 'borrow')
  await asking.getByRole('textbox', { name: 'Note' }).fill('For the stand at the port')
  await asking.getByRole('button', { name: 'Ask for it' }).click()
  await own.page.getByText(/^You asked for Jabra Evolve2 65/).waitFor()
  const mine = own.page
    .getByRole('list', { name: 'What you borrow' })
    .getByRole('listitem')
    .filter({ hasText: 'For the stand at the port' })
  await mine.getByText('waits for the desk').waitFor()

  const desk = await windowOf(url, 'ana@harbour.example', '/reservations?show=requested')
  const row = desk.page
    .getByRole('list', { name: 'Reservations' })
    .getByRole('listitem')
    .filter({ hasText: 'For the stand at the port' })
  await row.getByRole('button', { name: /^Confirm: / }).click()
  await desk.page.getByText(/is confirmed\.$/).waitFor()
  await mine.getByText('collect it at the desk').waitFor()
  await desk.page.goto('/reservations')
  await row.getByRole('button', { name: /^Hand out: / }).click()
  await desk.page.getByText(/is handed out\.$/).waitFor()
  await mine.getByText(/bring it back by/).waitFor()

  await mine.getByRole('button', { name: /^Extend: / }).click()
  const extending = own.page.getByRole('dialog')
  const day = extending.getByLabel('Until', { exact: true })
  const until = new Date(`${await day.inputValue()}T12:00:00Z`)
  until.setUTCDate(until.getUTCDate() + 1)
  await day.fill(until.toISOString().slice(0, 10))
  await extending.getByText('Free then.').waitFor()
  await extending.getByRole('button', { name: 'Save' }).click()
  await own.page.getByText(/^The period of .+ is changed\.$/).waitFor()

  await row.getByRole('button', { name: /^Take back: / }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await desk.page.getByText(/is back\.$/).waitFor()
  await mine.waitFor({ state: 'detached' })
  assert.deepEqual([...own.complaints, ...desk.complaints], [])
  for (const { context } of [own, desk]) await context.close()
})

test('by days and on a phone: each thing with the times in which it is taken', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/reservations')
  await page.getByText('Month', { exact: true }).click()
  const things = page.getByRole('list', { name: 'Things by day' })
  // A tablet, which her desk keeps: the cars are for another to take back.
  await things
    .getByRole('listitem')
    .filter({ hasText: /TB-\d/ })
    .getByRole('button', { name: /, (Out|Overdue), / })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Take back: / })
    .first()
    .waitFor()
  await looksWell(page, 'reservations-month')
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('combobox', { name: 'What' }).waitFor()
  await page.keyboard.press('Escape')
  await context.close()
  const small = await windowOf(url, 'ana@harbour.example', '/reservations', { viewport: phone })
  await small.page.getByRole('list', { name: 'Reservations' }).waitFor()
  await looksWell(small.page, 'reservations-phone')
  assert.deepEqual([...complaints, ...small.complaints], [])
  await small.context.close()
})
