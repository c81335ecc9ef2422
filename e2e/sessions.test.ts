import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, openBrowser, openWindow, signIn, violations, windowOf } from './browser.ts'
import { type House, openHouseWithClock } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

// A house of its own: whoever is here belongs to two companies afterwards, and their sessions are counted.
let house: House
before(async () => {
  house = await openHouseWithClock()
})
after(closeBrowser)
after(() => house?.stop())

const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

test('a session elsewhere is listed with its device and ended; that browser is signed out', async () => {
  const { url } = house
  const here = await windowOf(url, 'jorge@harbour.example', '/profile')
  const elsewhere: BrowserContext = await (await openBrowser()).newContext({
    baseURL: url,
    userAgent: safari,
  })
  await signIn(elsewhere, url, 'jorge@harbour.example')
  const other = await openWindow(url, { context: elsewhere })
  await other.page.goto('/requests')
  await other.page.getByRole('heading', { level: 1, name: 'Your requests' }).waitFor()

  const { page } = here
  const end = page.getByRole('button', { name: /^End the session on .*iPhone/ })
  await page.reload()
  await end.waitFor()
  await page.getByText('this one').waitFor()
  await end.scrollIntoViewIfNeeded()
  assert.deepEqual(await violations(page), [])
  await end.click()
  await page.getByText('The session has ended.').first().waitFor()
  await end.waitFor({ state: 'detached' })
  // The page over there finds out by itself, and what was kept there opens nothing any more.
  await other.page.waitForURL(/\/sign-in/)
  assert.equal((await elsewhere.request.get(`${url}/api/v1/users/me`)).status(), 401)
  assert.equal((await here.context.request.get(`${url}/api/v1/users/me`)).status(), 200)
  assert.deepEqual([...here.complaints, ...other.complaints], [])
  await elsewhere.close()
  await here.context.close()
})

test('whoever works in two companies goes from one to the other; each is a world of its own', async () => {
  const { url } = house
  const olga = await windowOf(url, 'olga@foxglove.example', '/people')
  const invited = await olga.context.request.post(`${url}/api/v1/users`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { email: 'marta@harbour.example', firstName: 'Marta', lastName: 'Gil' },
  })
  assert.ok(invited.ok(), await invited.text())
  const { context, page, complaints } = await openWindow(url)
  const mail = await openMail(context, 'marta@harbour.example', /Foxglove/)
  const join = await followButton(mail, /Join|Accept/)
  await join.getByRole('heading', { name: 'Join Foxglove Brewing' }).waitFor()
  // She has a password already, and is asked for none.
  assert.equal(await join.getByLabel('New password').count(), 0)
  await join.getByRole('button', { name: 'Join Foxglove Brewing' }).click()
  await join.getByRole('heading', { name: /Marta\.$/ }).waitFor()
  await join.close()

  await page.goto('/requests')
  await page.getByText('You have asked for nothing yet.').waitFor()

  // An invitation opens the door of one company; her password opens those of both.
  await signIn(context, url, 'marta@harbour.example')
  const known = {
    'Harbour & Pine': 'VPN drops every 20 minutes',
    'Foxglove Brewing': 'You have asked for nothing',
  }
  const seen = new Set<string>()
  for (const _ of Object.keys(known)) {
    await page.goto('/profile')
    const go = page.getByRole('button', { name: /^Go to / })
    const name = (await go.textContent())?.replace('Go to ', '') as keyof typeof known
    await go.scrollIntoViewIfNeeded()
    assert.deepEqual(await violations(page), [])
    await go.click()
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor()
    await page.goto('/requests')
    await page.getByText(known[name]).first().waitFor()
    seen.add(name)
  }
  assert.deepEqual([...seen].sort(), Object.keys(known).sort())
  assert.deepEqual([...complaints, ...olga.complaints], [])
  await context.close()
  await olga.context.close()
})
