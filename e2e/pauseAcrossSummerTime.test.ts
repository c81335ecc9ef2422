import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, openWindow, picture, signIn } from './browser.ts'
import { type House, openHouseWithClock } from './house.ts'

let house: House | undefined
after(closeBrowser)
after(() => house?.stop())

/** Summer time begins in Madrid on Sunday 28 March 2027 at two. */
const friday = new Date('2027-03-26T17:00:00+01:00')
const monday = new Date('2027-03-29T10:00:00+02:00')

test('a pause over the night in which summer time begins is as long as it was, and nothing of it is lost', async () => {
  house = await openHouseWithClock()
  const { url, setClock } = house
  const windows: BrowserContext[] = []
  const goTo = async (at: Date) => {
    await setClock(at)
    for (const context of windows) await context.clock.setFixedTime(at)
  }
  const open = async (email: string, path: string) => {
    const { context, page, complaints } = await openWindow(url)
    windows.push(context)
    await context.clock.setFixedTime(friday)
    await signIn(context, url, email)
    await page.goto(path)
    return { context, page, complaints }
  }
  await goTo(friday)
  const jorge = await open('jorge@harbour.example', '/ask')
  await jorge.page
    .getByRole('link', { name: /Wi-Fi or network/ })
    .first()
    .click()
  await jorge.page.getByLabel('What is it about').fill('The link to Bilbao drops')
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await jorge.page.waitForURL(/\/r\/IT-\d+/)
  const reference = jorge.page.url().match(/IT-\d+/)?.[0] ?? ''
  // Who asks reads in sentences what was promised.
  await jorge.page.getByText(/We answer by/).waitFor()

  // Ana answers and waits for the supplier: the clock stands still, and the list says so.
  const ana = await open('ana@harbour.example', `/q/it-all?sel=${reference}`)
  await ana.page.getByRole('heading', { name: 'The link to Bilbao drops' }).waitFor()
  await ana.page.keyboard.press('r')
  await ana.page.getByRole('textbox', { name: 'Message' }).fill('Our supplier is looking at the line.')
  await ana.page.keyboard.press('Control+Enter')
  await jorge.page.getByText('Our supplier is looking at the line.').waitFor()
  const call = async (to: object) => {
    const answer = await ana.context.request.post(`${url}/api/v1/requests/${reference}/transitions`, {
      data: to,
      headers: { origin: url, 'x-requested-with': 'deskhand' },
    })
    assert.ok(answer.ok(), await answer.text())
  }
  await call({ to: 'IN_PROGRESS' })
  await call({ to: 'WAITING', waitReason: 'VENDOR' })
  await ana.page
    .getByText(/paused — waiting for a supplier/)
    .first()
    .waitFor()
  await jorge.page.getByText('The time for it stands still while it waits').waitFor()
  await picture(ana.page, 'sla-paused')

  // After the weekend it goes on. Three nights and two days by the wall clock are 64 hours, not 65.
  await goTo(monday)
  // Nobody was there over the weekend, and access lasts a quarter of an hour.
  await signIn(ana.context, url, 'ana@harbour.example')
  await signIn(jorge.context, url, 'jorge@harbour.example')
  await call({ to: 'IN_PROGRESS' })
  await ana.page.getByText('Ledger of the resolution').click()
  await ana.page.getByText(/It stood still for (64 h|63 h 5\d min) in all/).waitFor()
  await ana.page
    .getByText(/Waiting for a supplier/)
    .first()
    .waitFor()
  await picture(ana.page, 'sla-resumed')
  const report = await ana.context.request.get(`${url}/api/v1/requests/${reference}/sla`)
  const { clocks } = await report.json()
  for (const clock of clocks) {
    const { usedSeconds, outsideSeconds, pausedSeconds, stoppedSeconds } = clock
    const sum = usedSeconds + outsideSeconds + pausedSeconds + stoppedSeconds
    const age = (monday.getTime() - Date.parse(clock.startedAt)) / 1000
    // The server's clock has gone on by the seconds that the test took.
    assert.ok(sum >= Math.floor(age) && sum < age + 120, `${clock.target}: ${sum} of ${age}`)
  }
  await jorge.page.getByText(/We plan to be done by/).waitFor()
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  for (const context of windows) await context.close()
})
