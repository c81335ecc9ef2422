import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { closeBrowser, openWindow, picture, phone as small, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

const subject = /Sign in to Harbour & Pine/

/** From the sign-in page to the place where the code is asked for. */
async function askForLink(page: Page, email: string) {
  await page.goto('/')
  await page.waitForURL(/\/sign-in/)
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Mail me a one-time link' }).click()
  await page.getByLabel('Code from the mail').waitFor()
}

const whoIsIt = async (context: BrowserContext, url: string) =>
  (await context.request.get(`${url}/api/v1/users/me`)).status()

test('a link from the mail signs in when its button is pressed, and not by being opened', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await openWindow(url)
  await askForLink(page, 'jorge@harbour.example')
  assert.deepEqual(await violations(page), [])

  const mail = await openMail(context, 'jorge@harbour.example', subject)
  const link = await followButton(mail, 'Sign in')
  await link.getByRole('heading', { name: 'Sign in as Jorge Vidal?' }).waitFor()
  assert.deepEqual(await violations(link), [])
  assert.equal(await whoIsIt(context, url), 401)
  // Whoever scans links opens them once more; it still works for the person.
  await link.reload()
  await link.getByRole('button', { name: 'Sign in as Jorge' }).click()
  await link.getByRole('heading', { name: /Jorge\.$/ }).waitFor()
  assert.equal(await whoIsIt(context, url), 200)

  const again = await followButton(mail, 'Sign in')
  await again.getByText('This link does not work any more.').waitFor()
  assert.deepEqual(await violations(again), [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('the code signs in where it was asked for, while the mail lies on another device', async () => {
  const { url } = await openHouse()
  const desk = await openWindow(url)
  const phone = await openWindow(url, { viewport: small, scheme: 'dark' })
  await askForLink(desk.page, 'marta@harbour.example')
  const mail = await openMail(phone.context, 'marta@harbour.example', subject)
  const code = await mail.text.getByText(/^\d{6}$/).textContent()

  // The link of the mail says where it works, and changes nothing.
  const elsewhere = await followButton(mail, 'Sign in')
  await elsewhere.getByRole('heading', { name: 'This browser did not ask.' }).waitFor()
  assert.deepEqual(await violations(elsewhere), [])
  assert.equal(await whoIsIt(phone.context, url), 401)
  await picture(elsewhere, 'magic-elsewhere')

  const field = desk.page.getByLabel('Code from the mail')
  const wrong = code === '000000' ? '000001' : '000000'
  await field.fill(wrong)
  await desk.page.locator('[aria-invalid=true]').waitFor()
  assert.deepEqual(await violations(desk.page), [])
  await field.fill(code ?? '')
  await desk.page.getByRole('heading', { name: /Marta\.$/ }).waitFor()
  assert.equal(await whoIsIt(phone.context, url), 401)

  const link = await followButton(mail, 'Sign in')
  await link.getByText('This link does not work any more.').waitFor()
  assert.deepEqual([...desk.complaints, ...phone.complaints], [])
  await desk.context.close()
  await phone.context.close()
})

test('whoever opens the link elsewhere asks for a new one there', async () => {
  const { url } = await openHouse()
  const desk = await openWindow(url)
  const other = await openWindow(url)
  await askForLink(desk.page, 'sofia@harbour.example')
  const first = await openMail(other.context, 'sofia@harbour.example', subject)
  const link = await followButton(first, 'Sign in')
  await link.getByRole('button', { name: 'Mail me a new link' }).click()
  await link.getByLabel('Code from the mail').waitFor()

  const second = await openMail(other.context, 'sofia@harbour.example', subject, 2)
  const here = await followButton(second, 'Sign in')
  await here.getByRole('button', { name: 'Sign in as Sofía' }).click()
  await here.waitForURL(({ pathname }) => !pathname.startsWith('/magic'))
  assert.equal(await whoIsIt(other.context, url), 200)
  assert.equal(await whoIsIt(desk.context, url), 401)
  assert.deepEqual([...desk.complaints, ...other.complaints], [])
  await desk.context.close()
  await other.context.close()
})

test('an unknown address sees the same page and gets no mail', async () => {
  const { url } = await openHouse()
  const { context, page } = await openWindow(url)
  await askForLink(page, 'nobody@harbour.example')
  await page.goto('/mailbox?to=nobody@harbour.example')
  await page.getByText('No mail to nobody@harbour.example yet.').waitFor()
  await context.close()
})
