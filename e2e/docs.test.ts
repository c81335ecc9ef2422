import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(async () => {
  await closeBrowser()
  await closeHouse()
})

test('whoever integrates finds an operation, what it takes, an example and why it refuses', async () => {
  const { url } = await openHouse()
  const { page, complaints } = await openWindow(url)
  await page.goto('/docs')
  await page.getByRole('heading', { name: 'The API', level: 1 }).waitFor()
  await page.getByRole('heading', { name: 'Asset catalogue' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'docs')

  await page.getByRole('searchbox', { name: 'Find an operation' }).fill('post transitions request')
  await page.getByRole('heading', { name: 'Asset catalogue' }).waitFor({ state: 'hidden' })
  await picture(page, 'docs-found')
  await page.getByRole('link', { name: 'POST /api/v1/requests/{id}/transitions', exact: true }).click()
  await page.getByRole('heading', { name: 'Requests', level: 1 }).waitFor()
  // The address opens the operation that it names.
  const operation = page.locator('[id="requests.transition"]')
  await operation.getByText('resolutionCode?').waitFor()
  await operation.getByText('Example').first().click()
  await operation.getByRole('link', { name: 'stale' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'docs-operation')

  await operation.getByRole('link', { name: 'Request', exact: true }).click()
  await page.getByText('referenceNumber: text').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.goBack()
  await operation.getByRole('link', { name: 'stale' }).click()
  await page.getByRole('heading', { name: /^stale/ }).waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'docs-problems')
  assert.deepEqual(complaints, [])
})

test('in the dark and on a phone', async () => {
  const { url } = await openHouse()
  const { page, complaints } = await openWindow(url, { scheme: 'dark', viewport: phone })
  for (const path of ['/docs', '/docs/requests#requests.create', '/docs/shapes/Request', '/docs/problems']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.deepEqual(await violations(page), [])
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    assert.equal(isWide, false, path)
    await picture(page, `docs-dark${path.replaceAll(/\W/g, '-')}`)
  }
  assert.deepEqual(complaints, [])
})
