import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('who leads a desk plans what comes again, sees when, pauses it, changes it and deletes it', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'sofia@harbour.example', '/recurring')
  const name = 'Renew the certificates'
  const plan = page.getByRole('listitem').filter({ hasText: name })

  await page.getByRole('button', { name: 'New plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the plan').fill(name)
  await dialog.getByLabel('Title of each request').fill('Renew what ends next month')
  await dialog.getByLabel('Every').fill('2')
  await dialog.getByText('every 2 weeks on Monday at 08:30').waitFor()
  await dialog.getByRole('checkbox', { name: 'Friday' }).check()
  await dialog.getByText('every 2 weeks on Monday and Friday at 08:30').waitFor()
  await dialog.getByRole('status').getByRole('listitem').nth(5).waitFor()
  assert.equal(await dialog.getByRole('status').getByRole('listitem').count(), 6)
  await dialog.getByLabel('Tags').fill('certificates')
  await page.keyboard.press('Enter')
  // The list of known tags closes with the next field.
  await dialog.getByLabel('Description').click()
  await picture(page, 'plan-editor')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Plan it' }).click()

  await plan.getByText('IT support · every 2 weeks on Monday and Friday at 08:30').waitFor()
  await page.getByRole('button', { name: `Runs of ${name}` }).click()
  const runs = page.getByRole('dialog', { name: `Runs of ${name}` })
  await runs.getByText('It has not run yet.').waitFor()
  await runs.getByRole('listitem').nth(5).waitFor()
  assert.equal(await runs.getByRole('listitem').count(), 6)
  await picture(page, 'plan-runs')
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Escape')
  await runs.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: `Pause ${name}` }).click()
  await plan.getByText('Paused').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await plan.getByText('Next:').waitFor()

  // A rule of one's own, and one that cannot be followed.
  await page.getByRole('button', { name: `Change ${name}` }).click()
  await dialog.getByRole('button', { name: 'Write the rule by hand' }).click()
  const rule = dialog.getByLabel('Rule (RFC 5545)')
  assert.equal(await rule.inputValue(), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR')
  await rule.fill('FREQ=HOURLY')
  await dialog.getByText('A plan runs once a day at most').first().waitFor()
  await rule.fill('FREQ=MONTHLY;BYDAY=-1FR')
  await dialog.getByText('every month on the last Friday at 08:30').waitFor()
  await dialog.getByText('certificates', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await plan.getByText('every month on the last Friday at 08:30').waitFor()

  await plan.getByRole('button', { name: 'Delete this plan' }).click()
  await dialog.getByRole('button', { name: 'Delete it' }).click()
  await plan.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a plan answers the form of its kind once for all of its requests', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'sofia@harbour.example', '/recurring')
  const name = 'Laptops of the quarter'
  await page.getByRole('button', { name: 'New plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the plan').fill(name)
  await dialog.getByLabel('Title of each request').fill('Laptops of the quarter')
  await dialog.getByLabel('Kind').click()
  await page.getByRole('option', { name: 'A laptop or screen' }).click()
  const answers = dialog.getByRole('group', { name: 'Answers of the form' })
  await answers.getByLabel('What do you need').fill('Four laptops')
  // What the form requires is refused with its own sentence.
  await dialog.getByRole('button', { name: 'Plan it' }).click()
  await dialog
    .getByText(/Fill in “What for”/)
    .first()
    .waitFor()
  await answers.getByLabel('What for').fill('Four people begin every quarter.')
  await picture(page, 'plan-answers')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Plan it' }).click()
  const plan = page.getByRole('listitem').filter({ hasText: name })
  await plan.waitFor()
  await page.getByRole('button', { name: `Change ${name}` }).click()
  assert.equal(await answers.getByLabel('What for').inputValue(), 'Four people begin every quarter.')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('fits a phone, in the dark', async () => {
  const { url } = await openHouse()
  const look = { viewport: phone, scheme: 'dark' } as const
  const { context, page, complaints } = await windowOf(url, 'elena@harbour.example', '/recurring', look)
  await page.getByRole('button', { name: 'Change Fire extinguisher round' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('every month on the 1st Tuesday at 09:00').waitFor()
  await picture(page, 'plan-editor-phone')
  assert.deepEqual(await violations(page), [])
  await dialog.getByText('The next six').scrollIntoViewIfNeeded()
  await picture(page, 'plan-editor-phone-below')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Runs of Fire extinguisher round' }).click()
  await page.getByRole('dialog').getByText('Made').first().waitFor()
  await picture(page, 'plan-runs-phone')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
  await context.close()
})
