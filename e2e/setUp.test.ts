import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, openWindow, violations } from './browser.ts'
import { type House, openEmptyHouse } from './house.ts'

let house: House | undefined
after(closeBrowser)
after(() => house?.stop())

test('whoever reads the log sets up an empty installation, once', async () => {
  house = await openEmptyHouse()
  const { url, said } = house
  await until(() => /Set-up token\s+\S+/.test(said()), 'it told the set-up token')
  const token = /Set-up token\s+(\S+)/.exec(said())?.[1] ?? ''
  const { context, page, complaints } = await openWindow(url)

  // Whatever one opens leads there.
  await page.goto('/requests')
  await page.waitForURL(/\/set-up/)
  await page.getByRole('heading', { name: 'Your organisation' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Name').fill('Quay Street Bakery')
  await page.getByLabel('Set-up token').fill('a token of somebody else')
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByRole('heading', { name: 'The first admin' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Nobody can do without a name here.').first().waitFor()
  await page.getByLabel('First name').fill('Ines')
  await page.getByLabel('Last name').fill('Prado')
  await page.getByLabel('Work e-mail').fill('ines@quay.example')
  await page.getByLabel('New password').fill('forty loaves before six')
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByRole('heading', { name: 'Mail' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Skip, set mail later' }).click()

  // The token was wrong: nothing was made, and what was typed is still there.
  const field = page.getByLabel('Set-up token')
  await field.waitFor()
  assert.equal(await page.getByLabel('Name').inputValue(), 'Quay Street Bakery')
  await field.fill(token)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Skip, set mail later' }).click()
  await page.getByRole('heading', { name: 'Quay Street Bakery has a help desk.' }).waitFor()
  assert.deepEqual(await violations(page), [])

  await page.getByRole('button', { name: 'Invite people' }).click()
  await page.getByRole('grid', { name: 'People' }).getByText('Ines Prado').waitFor()
  await page.goto('/ask')
  await page.getByText('Something else').first().waitFor()

  const late = await openWindow(url)
  await late.page.goto('/set-up')
  await late.page.getByText('Deskhand is set up already.').waitFor()
  assert.deepEqual(await violations(late.page), [])
  assert.deepEqual([...complaints, ...late.complaints], [])
  await late.context.close()
  await context.close()
})
