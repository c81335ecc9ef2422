import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, signIn } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('the greeting is there before the app, in the place and the words of the app’s own', async () => {
  const { url } = await openHouse()
  for (const look of [{}, { viewport: phone }]) {
    const { context, page } = await openWindow(url, look)
    await signIn(context, url, 'marta@harbour.example')
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto('/')
    const early = page.locator('#first-paint h1')
    // What a busy machine has not read in time is not greeted early; then the page is opened again.
    for (let tries = 1; tries < 5 && (await early.count()) === 0; tries += 1) await page.reload()
    await early.waitFor()
    const [words, place] = [await early.textContent(), await early.evaluate(whereTextIs)]

    await page.unroute('**/assets/*.js')
    await page.reload()
    const own = page.getByRole('heading', { level: 1 })
    await own.waitFor()
    assert.equal(await own.textContent(), words)
    assert.deepEqual(await own.evaluate(whereTextIs), place)
    assert.equal(await page.locator('#first-paint').count(), 0)
    await context.close()
  }
})

test('the home needs no call of its own to show what it has to say', async () => {
  const { url } = await openHouse()
  const { context, page } = await openWindow(url)
  await signIn(context, url, 'marta@harbour.example')
  await page.route('**/api/v1/**', (route) => route.abort())
  // What a busy machine has not answered in 300 ms does not come along; then the page is opened again.
  const requests = page.getByRole('heading', { name: 'Your requests' })
  const comesAlong = () =>
    requests.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    )
  await page.goto('/')
  for (let tries = 1; tries < 5 && !(await comesAlong()); tries += 1) await page.reload()
  await requests.waitFor()
  await page.getByRole('heading', { name: 'Ask for' }).waitFor()
  await page.locator('main a[href^="/r/"]').first().waitFor()
  await context.close()
})

test('whoever works on requests, and whoever is not signed in, is not greeted too early', async () => {
  const { url } = await openHouse()
  for (const email of ['ana@harbour.example', null]) {
    const { context, page } = await openWindow(url)
    if (email) await signIn(context, url, email)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto('/')
    assert.equal(await page.locator('#first-paint h1').count(), 0)
    await page.locator('#first-paint').getByText('Deskhand', { exact: true }).waitFor()
    await page.unroute('**/assets/*.js')
    await page.reload()
    await page.getByRole('main').waitFor()
    assert.equal(await page.locator('#first-paint').count(), 0)
    await context.close()
  }
})

test('before its scripts are there the page has its name, in the colours that were chosen', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await openWindow(url, { scheme: 'dark' })
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('/sign-in')
  await page.getByText('Deskhand', { exact: true }).waitFor()
  await picture(page, 'first-paint-dark')
  const canvas = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await canvas()
  await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'light'))
  await page.reload()
  await page.getByText('Deskhand', { exact: true }).waitFor()
  await picture(page, 'first-paint-light')
  assert.notEqual(await canvas(), dark)
  assert.deepEqual(complaints, [])
  await context.close()
})

/** Runs in the page. */
function whereTextIs(element: Element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  const { left, top, height } = range.getBoundingClientRect()
  return [left, top, height].map(Math.round)
}
