import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { call, kindOf, looksWell } from './assetsHelp.ts'
import { closeBrowser, phone, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)

/** Ana with these things, all of them found by one word. */
async function anaWith(
  word: string,
  names: readonly string[],
  path: string,
  look: { viewport?: typeof phone } = {},
) {
  const { url } = await openHouse()
  const opened = await windowOf(url, 'ana@harbour.example', '/equipment', look)
  const { context, page } = opened
  const me = await call(context, url, '/users/me')
  const categoryId = await kindOf(`${word}s`, me.company.id)
  const things: { id: string; assetTag: string }[] = []
  for (const [index, name] of names.entries()) {
    things.push(
      await call(context, url, '/assets', {
        categoryId,
        name: `${word} ${name}`,
        serialNumber: `${word.toUpperCase().replaceAll(' ', '')}-${index}`,
        warrantyEndsOn: index === 0 ? new Date().toISOString().slice(0, 10) : inAYear(),
      }),
    )
  }
  await page.goto(path)
  return { ...opened, url, things, categoryId, tags: things.map(({ assetTag }) => assetTag) }
}

const rowOf = (page: Page, tag: string) => page.getByRole('row', { name: new RegExp(tag) })

test('the list of things is searched, filtered, sorted and gone through by keys', async () => {
  const { page, url, context, things, tags } = await anaWith(
    'Plumb laptop',
    ['one', 'two', 'three'],
    '/assets?q=plumb laptop',
  )
  const jorge = (await call(context, url, '/users?q=jorge@harbour.example')).data[0]
  await call(context, url, `/assets/${things[1]?.id}/check-out`, { personId: jorge.id })
  for (const tag of tags) await rowOf(page, tag).waitFor()
  await rowOf(page, tags[1] ?? '')
    .getByText('Jorge Vidal')
    .waitFor()
  await rowOf(page, tags[0] ?? '')
    .getByText('ends today')
    .waitFor()
  await looksWell(page, 'list')

  await page.getByRole('button', { name: /^Filter by State/ }).click()
  await page.getByRole('option', { name: 'In use' }).click()
  await page.keyboard.press('Escape')
  await rowOf(page, tags[0] ?? '').waitFor({ state: 'detached' })
  assert.match(page.url(), /status=DEPLOYED/)
  await page.getByRole('button', { name: 'Remove filter State is In use' }).click()
  await rowOf(page, tags[0] ?? '').waitFor()

  await page.getByRole('columnheader', { name: 'Tag' }).getByRole('button').click()
  await page.getByRole('columnheader', { name: 'Tag' }).and(page.locator('[aria-sort=ascending]')).waitFor()
  assert.match(page.url(), /sort=assetTag/)
  await page
    .getByRole('row')
    .nth(1)
    .filter({ hasText: tags[0] ?? '' })
    .waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'What is picked' })
  await bar.getByText('2 things picked').waitFor()
  await looksWell(page, 'list-picked')
  await bar.getByRole('button', { name: 'Labels' }).click()
  await page.getByRole('dialog', { name: 'Labels of 2 things' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await bar.getByRole('button', { name: 'Let go of all' }).click()
  await bar.waitFor({ state: 'hidden' })
})

test('many things go out in one deed: what stands in the way is told first, and it is undone', async () => {
  const { page, url, context, things, tags } = await anaWith(
    'Level screen',
    ['left', 'right'],
    '/assets?q=level screen',
  )
  for (const tag of tags) await page.getByRole('checkbox', { name: `Pick ${tag}` }).check()
  const bar = page.getByRole('region', { name: 'What is picked' })
  await bar.getByRole('button', { name: 'Check out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check out 2 things' })
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Check out 2' }).click()
  await page.getByText('2 things handed to Jorge Vidal.').waitFor()
  await rowOf(page, tags[0] ?? '')
    .getByText('Jorge Vidal')
    .waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Undone/).waitFor()
  assert.equal((await call(context, url, `/assets/${things[0]?.id}`)).status, 'IN_STOCK')
})

test('many things go on in their lives in one deed; those that cannot are told first', async () => {
  const { page, url, context, things, tags } = await anaWith(
    'Rasp phone',
    ['red', 'blue'],
    '/assets?q=rasp phone',
  )
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const retire = { to: 'RETIRED', subStatus: 'SOLD' }
  const { context: boss } = await windowOf(url, 'elena@harbour.example', '/equipment')
  const retired = await boss.request.post(`${url}/api/v1/assets/${things[1]?.id}/transitions`, {
    headers,
    data: retire,
  })
  assert.ok(retired.ok(), await retired.text())
  for (const tag of tags) await page.getByRole('checkbox', { name: `Pick ${tag}` }).check()
  await page
    .getByRole('region', { name: 'What is picked' })
    .getByRole('button', { name: 'Change state' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Change the state of 2 things' })
  await dialog.getByRole('combobox', { name: 'State' }).fill('vendor')
  await page.getByRole('option', { name: 'At the vendor' }).click()
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await dialog
    .getByRole('listitem')
    .filter({ hasText: tags[1] ?? '' })
    .waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Move 1' }).click()
  await page.getByText('1 thing: In repair, at the vendor.').waitFor()
  assert.equal((await call(context, url, `/assets/${things[0]?.id}`)).status, 'IN_MAINTENANCE')
})

test('the overview counts what there is, and each bar opens its list', async () => {
  const { page, tags } = await anaWith('Burin camera', ['one', 'two'], '/assets')
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('heading', { level: 1, name: 'Things in numbers' }).waitFor()
  await looksWell(page, 'overview')
  const bar = page.getByRole('list', { name: 'When warranties end' }).getByRole('link').nth(1)
  await bar.click()
  await page.waitForURL(/warrantyEndsFrom=/)
  await page.getByRole('row', { name: new RegExp(tags[0] ?? '') }).waitFor()
  await page.getByRole('button', { name: /^Remove filter Warranty ends from/ }).waitFor()
  assert.deepEqual(await violations(page), [])
})

test('on a phone the list is rows of two lines', async () => {
  const { page, tags } = await anaWith('Chalk tablet', ['one', 'two'], '/assets?q=chalk tablet', {
    viewport: phone,
  })
  await rowOf(page, tags[0] ?? '').waitFor()
  await looksWell(page, 'list-phone')
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
    false,
    'it scrolls sideways',
  )
})

test('all that the filters come to is picked, also what is not loaded yet', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/assets?status=DEPLOYED')
  await page
    .getByRole('checkbox', { name: /^Pick / })
    .first()
    .check()
  const bar = page.getByRole('region', { name: 'What is picked' })
  const all = bar.getByRole('button', { name: /^Pick all [\d,]+$/ })
  const count = Number((await all.textContent())?.replace(/\D/g, ''))
  assert.ok(count > 100, String(count))
  await all.click()
  await bar.getByText(`${count.toLocaleString('en-GB')} things picked`).waitFor()
  await all.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
  await context.close()
})
