import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, desktop, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

/** What a mailed link shows needs its token, so it is looked at here: on a desk and a phone, in light and dark. */
async function lookAtAll(page: Page, name: string) {
  for (const [size, viewport] of [
    ['desk', desktop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
      await picture(page, `${size}-${colorScheme}-${name}`)
      assert.deepEqual(await violations(page), [], `${size} ${colorScheme}`)
    }
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    assert.equal(isWider, false, 'it scrolls sideways')
  }
}

test('what links in mails lead to breaks no rule', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/people')
  const invited = await elena.context.request.post(`${url}/api/v1/users`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { email: 'pau.linde@harbour.example', firstName: 'Pau', lastName: 'Linde' },
  })
  assert.ok(invited.ok(), await invited.text())

  const { context, page, complaints } = await openWindow(url)
  const invitation = await openMail(context, 'pau.linde@harbour.example', /Harbour & Pine/)
  const join = await followButton(invitation, /Join|Accept/)
  await join.getByRole('heading', { name: 'Join Harbour & Pine' }).waitFor()
  await lookAtAll(join, 'invite')

  await page.goto('/sign-in?email=sofia@harbour.example')
  await page.getByRole('button', { name: 'Mail me a one-time link' }).click()
  await page.getByLabel('Code from the mail').waitFor()
  const link = await openMail(context, 'sofia@harbour.example', /Sign in to Harbour & Pine/)
  const confirm = await followButton(link, 'Sign in')
  await confirm.getByRole('heading', { name: 'Sign in as Sofía Prieto?' }).waitFor()
  await lookAtAll(confirm, 'magic')

  await page.goto('/forgot')
  await page.getByLabel('Work e-mail').fill('sofia@harbour.example')
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor()
  const forgotten = await openMail(context, 'sofia@harbour.example', /password/i)
  const reset = await followButton(forgotten, /password/i)
  await reset.getByRole('heading', { name: 'Choose a new password' }).waitFor()
  await lookAtAll(reset, 'reset')
  assert.deepEqual([...complaints, ...elena.complaints], [])
  await elena.context.close()
  await context.close()
})
