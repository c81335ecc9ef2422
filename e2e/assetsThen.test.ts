import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, desktop, openWindow, phone, picture, signIn, violations } from './browser.ts'
import { openHouseWithClock } from './house.ts'

const house = await openHouseWithClock()
after(closeBrowser)
after(house.stop)

const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

test('a thing and the list are seen as they were on an earlier day', async () => {
  const { url } = house
  await house.setClock(ago(9))
  const before = await openWindow(url)
  await signIn(before.context, url, 'ana@harbour.example')
  const { id, assetTag } = await addThing(before.context, url, 'Awl laptop', {}, house)
  await house.setClock(ago(5))
  await signIn(before.context, url, 'ana@harbour.example')
  const jorge = (await call(before.context, url, '/users?q=jorge@harbour.example')).data[0]
  await call(before.context, url, `/assets/${id}/check-out`, { personId: jorge.id })
  await house.setClock(new Date())

  const { context, page } = await openWindow(url, { viewport: desktop })
  await signIn(context, url, 'ana@harbour.example')
  await page.goto(`/a/${assetTag}`)
  await page.getByRole('combobox', { name: /^State: In use/ }).waitFor()
  const slider = page.getByRole('slider', { name: 'See it as it was on a day' })
  await slider.fill('2')
  await page.waitForURL(/asOf=/)
  await page.getByText('Nobody has it').waitFor()
  await page.getByText(/^As it was on/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Check in' }).count(), 0)
  const history = page.getByRole('list', { name: 'History' })
  assert.equal(await history.getByRole('listitem').count(), 1)
  await looksWell(page, 'page-then')
  await page.getByRole('button', { name: 'Back to now' }).click()
  await page.getByRole('combobox', { name: /^State: In use/ }).waitFor()

  await page.goto(`/assets?q=awl laptop&asOf=${dayOf(ago(7))}`)
  const row = page.getByRole('row', { name: new RegExp(assetTag) })
  await row.getByText('In stock').waitFor()
  assert.equal(await page.getByRole('checkbox').count(), 0)
  await looksWell(page, 'list-then')
  await row.getByText('Awl laptop', { exact: true }).click()
  await page.waitForURL(/asOf=/)
  await page.getByText('Nobody has it').waitFor()
  await page.goto(`/a/${assetTag}?asOf=${dayOf(ago(20))}`)
  await page.getByText('It was not there yet.').waitFor()
  assert.deepEqual(await violations(page), [])

  const small = await openWindow(url, { viewport: phone })
  await signIn(small.context, url, 'ana@harbour.example')
  await small.page.goto(`/a/${assetTag}?asOf=${dayOf(ago(7))}`)
  await small.page.getByText('Nobody has it').waitFor()
  await picture(small.page, 'assets-page-then-phone')
  assert.deepEqual(await violations(small.page), [])
})
