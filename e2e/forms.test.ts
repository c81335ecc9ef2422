import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('an admin builds a form with a condition, an employee asks with it, a technician reads the answers', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/forms')
  const { page } = elena

  // A form of two fields; the second shows by the first.
  await page.getByRole('button', { name: 'New form' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Visitor')
  await page.getByRole('dialog').getByRole('button', { name: 'New form' }).click()
  await page.getByRole('heading', { name: 'Visitor', level: 1 }).waitFor()
  const palette = page.getByRole('region', { name: 'Add' })
  const properties = page.getByRole('region', { name: 'Properties' })
  await palette.getByRole('button', { name: 'Yes or no' }).click()
  await properties.getByLabel('Question').fill('Comes by car')
  await properties.getByLabel('Required', { exact: true }).check()
  await palette.getByRole('button', { name: 'Line of text' }).click()
  await properties.getByLabel('Question').fill('Number plate')
  await properties.getByRole('switch', { name: /^Shown/ }).click({ force: true })
  await page.getByText('Shown when Comes by car is yes').waitFor()
  await picture(page, 'designer')
  assert.deepEqual(await violations(page), [])

  // It is asked for a kind that had none, and published.
  await page.getByLabel('Asked for').first().click()
  await page.getByRole('option', { name: 'Visitors, rooms and catering' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await page.getByText('Version 1 is published.').waitFor()

  // Jorge asks: the second question comes with the first answer.
  const jorge = await windowOf(url, 'jorge@harbour.example', '/ask')
  await jorge.page
    .getByRole('link', { name: /Visitors, rooms and catering/ })
    .first()
    .click()
  await jorge.page.getByLabel('What is it about').fill('The tile maker visits')
  assert.equal(await jorge.page.getByLabel('Number plate').count(), 0)
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await jorge.page.getByRole('alert').getByText('Choose an answer for “Comes by car”.').waitFor()
  await jorge.page.getByRole('radio', { name: 'Yes' }).check()
  await jorge.page.getByLabel('Number plate').fill('1234 KLM')
  await jorge.page.getByText(/Draft saved/).waitFor()
  assert.deepEqual(await violations(jorge.page), [])
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await jorge.page.waitForURL(/\/r\/FAC-\d+/)
  await jorge.page.getByText('1234 KLM').first().waitFor()
  const reference = jorge.page.url().match(/FAC-\d+/)?.[0] ?? ''

  // The desk reads what he answered.
  const omar = await windowOf(url, 'omar@harbour.example', `/q/facilities-all?sel=${reference}`)
  await omar.page.getByText('1234 KLM').first().waitFor()
  await picture(omar.page, 'answers')
  assert.deepEqual([...elena.complaints, ...jorge.complaints, ...omar.complaints], [])
  for (const { context } of [elena, jorge, omar]) await context.close()
})

test('a draft goes on in another browser; a phone asks one section at a time', async () => {
  const { url } = await openHouse()
  const desk = await windowOf(url, 'marta@harbour.example', '/ask')
  await desk.page
    .getByRole('link', { name: /Expense claim/ })
    .first()
    .click()
  await desk.page.getByLabel('What was it for').fill('Dinner with the auditors')
  await desk.page.getByText(/Draft saved/).waitFor()
  await picture(desk.page, 'expense')
  const path = new URL(desk.page.url()).pathname

  const mobile = await windowOf(url, 'marta@harbour.example', path, { viewport: phone })
  await mobile.page.getByText('1 of 3').waitFor()
  await mobile.page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Dinner with the auditors'),
  )
  await picture(mobile.page, 'expense-phone')
  assert.deepEqual(await violations(mobile.page), [])
  await mobile.page.getByRole('button', { name: 'Next' }).click()
  await mobile.page.getByText('Fill in “When”.').first().waitFor()
  assert.deepEqual([...desk.complaints, ...mobile.complaints], [])
  for (const { context } of [desk, mobile]) await context.close()
})
