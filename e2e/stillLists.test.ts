import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const headers = (url: string) => ({ origin: url, 'x-requested-with': 'deskhand' })

test('a list that is read further down goes on live and stays where it is; at its top what is new is seen', async () => {
  const { url } = await openHouse()
  const asker = 'pablo@harbour.example'
  const pablo = await windowOf(url, asker, '/requests')
  const ask = async (summary: string) => {
    const asked = await pablo.context.request.post(`${url}/api/v1/requests`, {
      data: { serviceDeskCode: 'IT', summary },
      headers: headers(url),
    })
    assert.equal(asked.status(), 201)
    return (await asked.json()).referenceNumber as string
  }
  // Fewer than a page, so that nothing comes after what goes.
  await Promise.all(Array.from({ length: 24 }, (_, at) => ask(`Read further down ${at}`)))
  const above = await ask('Soon gone')
  // The newest first, so that whatever comes lies above what is read.
  const mine = encodeURIComponent(`is:open requester:${asker}`)
  const ana = await windowOf(url, 'ana@harbour.example', `/q/custom?f=${mine}&sort=-createdAt`)
  const { page } = ana
  const grid = page.getByRole('grid').first()
  const rows = grid.locator('[data-key]')
  await rows.nth(12).waitFor()
  const scroll = (to: number) =>
    grid.evaluate((element, top) => {
      element.scrollTop = top
    }, to)
  const top = () => grid.evaluate((element) => element.scrollTop)
  /** The first row that is whole in sight, and where it stands on the screen. */
  const read = () =>
    grid.evaluate((element) => {
      const box = element.getBoundingClientRect()
      const whole = [...element.querySelectorAll<HTMLElement>('[data-key]')]
        .map((row) => ({ key: row.dataset['key'], y: Math.round(row.getBoundingClientRect().top - box.top) }))
        .filter(({ y }) => y >= 0)
        .sort((one, other) => one.y - other.y)
      return whole[0]
    })
  await scroll(400)
  await until(async () => (await top()) === 400 && ((await read())?.y ?? 999) < 120, 'it is scrolled')
  const before = await read()
  const first = await ask('One above')
  // What is new waits above and says so; nothing moves.
  await page.getByRole('button', { name: /^1 new/ }).waitFor()
  assert.deepEqual(await read(), before, 'what is read stands where it stood')
  assert.equal(await top(), 400)

  // What goes above takes nothing away below either.
  const height = () => grid.evaluate((element) => element.scrollHeight)
  const had = await height()
  const sofia = await windowOf(url, 'sofia@harbour.example', '/inbox')
  const moved = await sofia.context.request.post(`${url}/api/v1/requests/${above}/transitions`, {
    data: { to: 'REJECTED', reason: 'Asked twice.' },
    headers: headers(url),
  })
  assert.ok(moved.ok(), await moved.text())
  await until(async () => (await height()) < had, 'it is gone')
  await until(
    async () => JSON.stringify(await read()) === JSON.stringify(before),
    'what is read stands where it stood',
  )

  // One press, and one is at the top and sees it.
  await page.getByRole('button', { name: /^1 new/ }).click()
  await grid.getByText(first).first().waitFor()
  await until(async () => (await top()) === 0, 'it is at the top')
  const reference = first

  // A row that somebody changes washes over. The wash is over in a second, which a busy machine may
  // take to look, so the page itself writes down what it saw.
  const row = rows.filter({ hasText: reference })
  const key = await row.getAttribute('data-key')
  await grid.evaluate((element) => {
    const seen = new Set<string | undefined>()
    Reflect.set(window, 'washed', seen)
    new MutationObserver(() => {
      for (const fresh of element.querySelectorAll('[class*="fresh"]'))
        seen.add(fresh.closest<HTMLElement>('[data-key]')?.dataset['key'])
    }).observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })
  })
  const washed = () => page.evaluate(() => [...(Reflect.get(window, 'washed') ?? [])])
  await ana.context.request.put(`${url}/api/v1/requests/${reference}/tags`, {
    data: { tags: ['live'] },
    headers: headers(url),
  })
  await until(async () => (await washed()).includes(key), 'the row washes over')
  assert.deepEqual([...ana.complaints, ...pablo.complaints, ...sofia.complaints], [])
  for (const { context } of [ana, pablo, sofia]) await context.close()
})
