import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

type Caller = { post: Page['request']['post']; get: Page['request']['get']; put: Page['request']['put'] }
const as = (url: string, { request }: { request: Caller }) => ({
  get: async (path: string) => (await request.get(`${url}/api/v1${path}`)).json(),
  send: async (path: string, data: object, how: 'post' | 'put' = 'post') => {
    const answer = await request[how](`${url}/api/v1${path}`, {
      data,
      headers: { origin: url, 'x-requested-with': 'deskhand' },
    })
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`)
    return answer.status() === 204 ? null : answer.json()
  },
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

/** ⌘V of a screenshot into the field. */
const paste = (page: Page, name: string) =>
  page.getByRole('textbox', { name: 'Message' }).evaluate(
    (element, { name, png }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: 'image/png' }))
      element.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
      )
    },
    { name, png },
  )

test('a chat from the queue to the transcript: places, unread, screenshots, whispers, handing over, calling in', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company')
  const desks = await as(url, elena.context).get('/service-desks')
  const { id: deskId } = desks.data.find(({ code }: { code: string }) => code === 'IT')
  const day = [{ from: '00:00', until: '24:00' }]
  await as(url, elena.context).send('/management/calendars', {
    name: 'IT by day and by night',
    zone: 'Europe/Madrid',
    week: [day, day, day, day, day, day, day],
    serviceDeskIds: [deskId],
  })
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  const luis = await windowOf(url, 'luis@harbour.example', '/q/it-all')
  for (const { page } of [ana, luis]) await page.getByRole('grid').first().waitFor()
  const desk = as(url, ana.context)
  for (const { id, state } of (await desk.get('/chat/sessions')).data)
    if (state === 'WAITING') await desk.send(`/chat/sessions/${id}/accept`, {})

  // She says that she is busy, and he that he is away; then both take chats again.
  for (const [{ page }, state] of [
    [ana, 'Busy'],
    [luis, 'Away'],
  ] as const) {
    await page.getByRole('button', { name: /profile and settings/ }).click()
    await page.getByRole('menuitemradio', { name: state }).click()
    await page.getByRole('menuitemradio', { name: state, checked: true }).waitFor()
  }
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const offered = async () => (await as(url, jorge.context).get('/chat/availability?desk=IT')).data[0]
  await until(async () => (await offered()).online === 0, 'nobody takes chats')
  for (const { page } of [ana, luis]) {
    await page.getByRole('menuitemradio', { name: 'Online' }).click()
    await page.getByRole('menuitemradio', { name: 'Online', checked: true }).waitFor()
    await page.keyboard.press('Escape')
  }
  await until(async () => (await offered()).online >= 2 && (await offered()).isOpen, 'both do')

  // Two wait; each reads its place, and it falls without a reload.
  const marta = await windowOf(url, 'marta@harbour.example', '/requests')
  const begin = async (who: typeof jorge, message: string) => {
    const { referenceNumber } = await as(url, who.context).send('/chat/sessions', {
      serviceDeskCode: 'IT',
      message,
    })
    await who.page.goto(`/r/${referenceNumber}`)
    return String(referenceNumber)
  }
  const his = await begin(jorge, 'The monitor stays dark.')
  await jorge.page.getByText('You are next.', { exact: false }).waitFor()
  const hers = await begin(marta, 'My keyboard types twice.')
  await marta.page.getByText('You are number 2 in the queue.', { exact: false }).waitFor()
  await picture(marta.page, 'chat-place')
  await ana.page.getByText('Chats · 2 waiting').waitFor()
  await ana.page.keyboard.press('Shift+A')
  await ana.page.waitForURL(new RegExp(`sel=${his}`))
  await jorge.page.getByText('You chat with Ana Ruiz.').waitFor()
  await marta.page.getByText('You are next.', { exact: false }).waitFor()

  // What he writes while she looks elsewhere is counted, until she has read it.
  await ana.page.goto(`/q/it-all?sel=${hers}`)
  await ana.page.getByText('My keyboard types twice.').first().waitFor()
  const message = jorge.page.getByRole('textbox', { name: 'Message' })
  await message.fill('It was fine yesterday.')
  await message.press('Control+Enter')
  const live = ana.page.getByRole('link', { name: /Live with Jorge Vidal/ })
  await live.filter({ hasText: '1' }).waitFor()
  await live.click()
  await ana.page.getByText('It was fine yesterday.').first().waitFor()
  await live.filter({ hasNotText: /\d/ }).waitFor()

  // A screenshot pasted into the chat arrives as one.
  await paste(jorge.page, 'dark-monitor.png')
  await jorge.page.getByRole('progressbar').waitFor({ state: 'detached' })
  await message.fill('Look.')
  await message.press('Control+Enter')
  await ana.page.getByText('dark-monitor.png').first().waitFor()

  // A whisper is for the desk.
  await ana.page.getByRole('group', { name: 'Who reads this' }).getByRole('button', { name: 'Note' }).click()
  await ana.page.getByRole('textbox', { name: 'Note' }).fill('He is on the old dock.')
  await ana.page.keyboard.press('Control+Enter')
  await ana.page.getByText('He is on the old dock.').first().waitFor()
  await ana.page.getByRole('group', { name: 'Who reads this' }).getByRole('button', { name: 'Reply' }).click()

  // Somebody of another desk is called in, and is told.
  await ana.page.getByRole('button', { name: 'Call in' }).click()
  const calls = ana.page.getByRole('dialog', { name: 'Call a colleague in' })
  await calls.getByRole('combobox', { name: 'Colleague' }).fill('Omar')
  await ana.page.getByRole('option', { name: /^Omar/ }).first().click()
  assert.deepEqual(await violations(ana.page), [])
  await calls.getByRole('button', { name: 'Call in' }).click()
  await calls.waitFor({ state: 'detached' })
  const omar = await windowOf(url, 'omar@harbour.example', '/inbox')
  await omar.page.getByText(`Ana Ruiz called you into the chat on ${his}`).waitFor()

  // Handed over, it goes on with a colleague, and he reads all of it.
  await ana.page.getByRole('button', { name: 'Hand over' }).click()
  const hands = ana.page.getByRole('dialog', { name: 'Hand the chat over' })
  await hands.getByRole('combobox', { name: 'Colleague' }).click()
  await ana.page.getByRole('option', { name: /^Luis/ }).first().click()
  await hands.getByRole('button', { name: 'Hand over' }).click()
  await hands.waitFor({ state: 'detached' })
  await jorge.page.getByText(/You chat with Luis/).waitFor()
  await luis.page.getByRole('link', { name: /Live with Jorge Vidal/ }).click()
  await luis.page.getByText('He is on the old dock.').first().waitFor()
  await picture(luis.page, 'chat-handed-over')
  const reply = luis.page.getByRole('textbox', { name: 'Message' })
  await reply.fill('I bring you a new cable.')
  await reply.press('Control+Enter')
  await jorge.page.getByText('I bring you a new cable.').waitFor()
  assert.equal(await jorge.page.getByText('He is on the old dock.').count(), 0, 'the whisper never came')

  // The end: what was said by mail and as PDF, and all of it in the request.
  const link = jorge.page.getByRole('link', { name: 'What was said, as PDF' })
  const pdf = await jorge.context.request.get(new URL((await link.getAttribute('href')) ?? '', url).href)
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
  await jorge.page.getByRole('button', { name: 'End and mail me what was said' }).click()
  await luis.page.getByText(/Jorge Vidal ended the chat/).waitFor()
  const mails = async () =>
    (await as(url, jorge.context).get('/demo/mailbox?to=jorge@harbour.example')).data.filter(
      ({ kind }: { kind: string }) => kind === 'transcript',
    )
  await until(async () => (await mails()).length === 1, 'the transcript is mailed')
  const [{ text }] = await mails()
  assert.match(text, /It was fine yesterday\.[\s\S]*I bring you a new cable\./)
  assert.doesNotMatch(text, /old dock/)
  await jorge.page.reload()
  for (const said of ['The monitor stays dark.', 'It was fine yesterday.', 'I bring you a new cable.'])
    await jorge.page.getByText(said).first().waitFor()
  const all = [elena, ana, luis, jorge, marta, omar]
  assert.deepEqual(
    all.flatMap(({ complaints }) => complaints),
    [],
  )
  for (const { context } of all) await context.close()
})

test('where nobody of the desk is there, what one writes becomes a request, and says when they are back', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/requests')
  const { session, referenceNumber, words } = await as(url, marta.context).send('/chat/sessions', {
    serviceDeskCode: 'FINANCE',
    message: 'Was the invoice paid?',
  })
  assert.equal(session, null)
  assert.match(words, /Your message is FIN-\d+/)
  await marta.page.goto(`/r/${referenceNumber}`)
  await marta.page.getByText('Was the invoice paid?').first().waitFor()
  assert.deepEqual(marta.complaints, [])
  await marta.context.close()
})
