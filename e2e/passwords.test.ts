import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, openWindow, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

// Their passwords are other ones afterwards: nobody else signs in as Tom or Olga.

async function signInByPassword(page: Page, password: string) {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a forgotten password is set anew by mail, and every session before it ends', async () => {
  const { url } = await openHouse()
  const before = await windowOf(url, 'tom@foxglove.example', '/')
  await before.page.getByRole('heading', { name: /Tom\.$/ }).waitFor()
  const { context, page, complaints } = await openWindow(url)
  await page.goto('/forgot')
  await page.getByLabel('Work e-mail').fill('tom@foxglove.example')
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor()
  assert.deepEqual(await violations(page), [])

  const mail = await openMail(context, 'tom@foxglove.example', /password/i)
  const reset = await followButton(mail, /password/i)
  await reset.getByRole('heading', { name: 'Choose a new password' }).waitFor()
  await reset.getByLabel('New password').fill('short')
  await reset.getByRole('button', { name: 'Set password' }).click()
  await reset.locator('[aria-invalid=true]').waitFor()
  assert.deepEqual(await violations(reset), [])
  await reset.getByLabel('New password').fill('seven blue boats at noon')
  await reset.getByRole('button', { name: 'Set password' }).click()
  await reset.getByText('Your new password is set.').waitFor()

  // Whoever was signed in with the old one is out.
  await before.page.waitForURL(/\/sign-in/)
  await signInByPassword(reset, 'demo-demo-demo')
  await reset.locator('[aria-invalid=true]').waitFor()
  await signInByPassword(reset, 'seven blue boats at noon')
  await reset.getByRole('heading', { name: /Tom\.$/ }).waitFor()

  const used = await followButton(mail, /password/i)
  await used.getByText('This link does not work any more.').waitFor()
  assert.deepEqual(complaints, [])
  await before.context.close()
  await context.close()
})

test('a password is changed by whoever knows the old one, and the other sessions end', async () => {
  const { url } = await openHouse()
  const other = await windowOf(url, 'olga@foxglove.example', '/')
  await other.page.getByRole('heading', { name: /Olga\.$/ }).waitFor()
  const { context, page, complaints } = await windowOf(url, 'olga@foxglove.example', '/profile')
  await page.getByLabel('Current password').fill('not this one')
  await page.getByLabel('New password').fill('nine red kites over the bay')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.locator('[aria-invalid=true]').waitFor()
  // What is scrolled away has no background that could be measured.
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Current password').fill('demo-demo-demo')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Your password is changed.').waitFor()
  await other.page.waitForURL(/\/sign-in/)

  await openMail(context, 'olga@foxglove.example', /password/i)
  await other.page.goto('/sign-in?email=olga@foxglove.example')
  await signInByPassword(other.page, 'nine red kites over the bay')
  await other.page.getByRole('heading', { name: /Olga\.$/ }).waitFor()
  assert.deepEqual([...complaints, ...other.complaints], [])
  await other.context.close()
  await context.close()
})
