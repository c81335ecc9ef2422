import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, patience, phone, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** So that the desk is there at whatever hour this runs. */
async function openAlways(url: string, code: string) {
  const admin = await windowOf(url, 'elena@harbour.example', '/')
  await signIn(admin.context, url, 'elena@harbour.example')
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const { request } = admin.context
  const desks = await (await request.get(`${url}/api/v1/service-desks`)).json()
  const { id } = desks.data.find((one: { code: string }) => one.code === code)
  const day = [{ from: '00:00', until: '24:00' }]
  const data = {
    name: `Always ${code}`,
    zone: 'Europe/Madrid',
    week: [day, day, day, day, day, day, day],
    serviceDeskIds: [id],
  }
  const made = await request.post(`${url}/api/v1/management/calendars`, { data, headers })
  assert.equal(made.status(), 201, await made.text())
  await admin.context.close()
}

/** So that the next chat is the first in line: the one of the demo world waits only for its first minutes. */
async function takeAllThatWait(url: string, context: BrowserContext) {
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const { data } = await (await context.request.get(`${url}/api/v1/chat/sessions`)).json()
  for (const { id, state } of data) {
    if (state !== 'WAITING') continue
    await context.request.post(`${url}/api/v1/chat/sessions/${id}/accept`, { data: {}, headers })
  }
}

test('an employee and a technician talk live, side by side', async () => {
  const { url } = await openHouse()
  await openAlways(url, 'IT')
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  await ana.page.getByRole('grid').first().waitFor()
  await takeAllThatWait(url, ana.context)
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')

  // He begins where the desk is there.
  // Whoever asks remembers calendars for three seconds; until then the desk is still closed.
  const start = jorge.page.getByRole('button', { name: /Start a chat with IT/ })
  const isThere = () =>
    start.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    )
  for (let tries = 1; tries < 6 && !(await isThere()); tries += 1) await jorge.page.reload()
  await start.click()
  await jorge.page.getByLabel('What is it about?').fill('The projector shows nothing. In room 3.')
  await jorge.page.getByRole('button', { name: 'Start', exact: true }).click()
  await jorge.page.waitForURL(/\/r\/IT-\d+/)
  await jorge.page.getByText(/You are (next|number \d)/).waitFor()
  assert.deepEqual(await violations(jorge.page), [])

  // It reaches her without a reload; she takes it by a key.
  await ana.page.getByText('Jorge Vidal is waiting to chat.').first().waitFor()
  await ana.page.getByText('Chats · 1 waiting').waitFor()
  await picture(ana.page, 'chat-waiting')
  assert.deepEqual(await violations(ana.page), [])
  await ana.page.keyboard.press('Shift+A')
  await ana.page.waitForURL(/sel=IT-\d+/)
  await jorge.page.getByText('You chat with Ana Ruiz.').waitFor()

  // Typing is seen on both sides; a note is not.
  const hers = ana.page.getByRole('textbox', { name: 'Message' })
  const his = jorge.page.getByRole('textbox', { name: 'Message' })
  await hers.pressSequentially('Which cable', { delay: 20 })
  await jorge.page.getByText('Ana (IT) is writing…').first().waitFor()
  await ana.page.keyboard.press('Control+Enter')
  await jorge.page.getByText('Which cable').waitFor()
  await his.pressSequentially('The black one', { delay: 20 })
  await ana.page
    .getByText(/Jorge is writing/)
    .first()
    .waitFor()
  await his.press('Control+Enter')
  await ana.page.getByText('The black one').first().waitFor()
  await jorge.page.getByText(/Seen/).first().waitFor()
  await picture(jorge.page, 'chat-employee')
  await picture(ana.page, 'chat-technician')
  assert.deepEqual(await violations(jorge.page), [])
  assert.deepEqual(await violations(ana.page), [])

  // He ends it; the request stays.
  await jorge.page.getByRole('button', { name: 'End chat', exact: true }).click()
  await ana.page.getByText(/Jorge Vidal ended the chat/).waitFor()
  assert.deepEqual([...ana.complaints, ...jorge.complaints], [])
  await ana.context.close()
  await jorge.context.close()
})

test('where no socket opens, the page is live all the same', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/profile', { viewport: phone })
  await marta.page.addInitScript(() => {
    class Shut extends EventTarget {
      static OPEN = 1
      readyState = 3
      onclose: ((event: { code: number }) => void) | null = null
      constructor() {
        super()
        setTimeout(() => this.onclose?.({ code: 1006 }), 5)
      }
      send() {}
      close() {}
    }
    Object.assign(window, { WebSocket: Shut })
  })
  const isStreaming = marta.page.waitForResponse((response) => response.url().includes('/realtime/events'), {
    timeout: 15_000,
  })
  await marta.page.goto('/r/IT-4921')
  await isStreaming
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4921')
  const field = ana.page.getByRole('textbox', { name: 'Message' })
  await field.waitFor()
  await field.pressSequentially('Through the other door', { delay: 20 })
  await marta.page.getByText('Ana (IT) is writing…').first().waitFor()
  await ana.page.keyboard.press('Control+Enter')
  await marta.page.getByText('Through the other door').waitFor()
  // And what she does without a socket is seen as well.
  await ana.page.getByText('Marta Gil is looking at this').first().waitFor({ state: 'attached' })
  assert.deepEqual([...marta.complaints, ...ana.complaints], [])
  await marta.context.close()
  await ana.context.close()
})

test('the link of a mail shows what it is about, and leaves only when asked', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4907')
  // What is above grows while it is read; the list of names goes where its field leaves the screen.
  await ana.page.waitForLoadState('networkidle')
  await ana.page.getByLabel('Colleague or e-mail address').fill('supplier@elsewhere.example')
  await ana.page.getByRole('option', { name: /Send replies to/ }).click()
  await ana.page.getByText('supplier@elsewhere.example follows this now.').waitFor()
  await ana.page.getByRole('textbox', { name: 'Message' }).fill('Please send the part')
  await ana.page.keyboard.press('Control+Enter')
  const mailbox = await windowOf(url, 'ana@harbour.example', '/mailbox')
  const find = async () => {
    const answer = await mailbox.context.request.get(
      `${url}/api/v1/demo/mailbox?to=supplier@elsewhere.example`,
    )
    const { data } = await answer.json()
    return /\/leave#token=([\w.~-]+)/.exec(data[0]?.text ?? '')?.[1]
  }
  await until(async () => (await find()) !== undefined, 'the mail has come', patience)
  await mailbox.page.goto(`/leave#token=${await find()}`)
  await mailbox.page.getByRole('button', { name: 'Get no more mails about it' }).waitFor()
  await picture(mailbox.page, 'leave')
  assert.deepEqual(await violations(mailbox.page), [])
  await mailbox.page.getByRole('button', { name: 'Get no more mails about it' }).click()
  await mailbox.page.getByText('You get no more mails about this.').waitFor()
  await ana.context.close()
  await mailbox.context.close()
})
