import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { closeBrowser, openWindow, signIn } from './browser.ts'
import { type House, openHouseWithClock } from './house.ts'
import { payloads } from './payloads.ts'

// A house of its own: people and requests have hostile names in it, and every page is looked at for them.
let house: House
before(async () => {
  house = await openHouseWithClock()
})
after(closeBrowser)
after(() => house?.stop())

type Watched = Awaited<ReturnType<typeof watchedWindow>>

/** A window that notes whatever ran, was fetched or was stopped by the policy because of a text. */
async function watchedWindow(email: string | null) {
  const { url } = house
  const { context, page, complaints } = await openWindow(url)
  const found: string[] = []
  await context.exposeBinding('ran', (_, what: unknown) => found.push(`ran(${String(what)})`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { ran: (what: string) => void }).ran(`${violatedDirective} ${blockedURI}`),
    )
  })
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url())
    const isOurs = origin === url || protocol === 'data:' || protocol === 'blob:' || protocol === 'about:'
    if (!isOurs || pathname.includes('canary')) found.push(`fetched ${request.url()}`)
  })
  if (email) await signIn(context, url, email)
  return { context, page, complaints, found }
}

async function send(context: BrowserContext, method: 'POST' | 'PATCH' | 'PUT', path: string, data: object) {
  const answer = await context.request.fetch(`${house.url}/api/v1${path}`, {
    method,
    headers: { origin: house.url, 'x-requested-with': 'deskhand' },
    data,
  })
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`)
  return answer.json()
}

/** Opens the page, waits for what shows that it is whole, and passes the pointer over all that could listen. */
async function look({ page, found, complaints }: Watched, path: string, ready: string | RegExp) {
  await page.goto(path)
  await page.getByText(ready).filter({ visible: true }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await settle(page)
  assert.deepEqual(found, [], path)
  assert.deepEqual(complaints, [], path)
}

/** Texts that became elements would have these; none of ours does. */
async function settle(page: Page) {
  const strays = await page.evaluate(() => {
    const any =
      'marquee, xss, math, mglyph, [onerror], [onload], [onfocus], [onpointerover], [onbegin], [onstart]'
    const links = [...document.querySelectorAll('a[href], form[action]')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('action') ?? '',
    )
    return [
      ...[...document.querySelectorAll(any)].map(({ outerHTML }) => outerHTML.slice(0, 120)),
      ...links.filter((address) => /^\W*(javascript|data):/i.test(address)),
    ]
  })
  assert.deepEqual(strays, [])
}

const groups = Object.entries(payloads)
const all = Object.values(payloads).flat()
/** The beginning of a group as a title; its end is in the description. */
const titleOf = (lines: readonly string[]) => lines.join(' ').slice(0, 480)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * Fills every field that people fill: names, titles, descriptions, replies, notes, tags, answers, names of files. Says
 * who bears the name, and the requests' references.
 */
async function fill(jorge: BrowserContext, ana: BrowserContext, elena: BrowserContext) {
  const me = await (await jorge.request.get(`${house.url}/api/v1/users/me`)).json()
  await send(elena, 'PATCH', `/users/${me.id}`, {
    firstName: '<img src=/canary onerror=ran(70)>',
    lastName: '"><svg/onload=ran(71)>',
    jobTitle: '<script>ran(72)</script>',
    department: "'><img src=/canary onerror=ran(73)>",
  })
  const types = await (await jorge.request.get(`${house.url}/api/v1/service-desks/IT/request-types`)).json()
  const laptop = types.data.find(({ name }: { name: string }) => name === 'A laptop or screen').id
  const references: string[] = []
  for (const [name, lines] of groups) {
    const isForm = references.length === 0
    const { id, referenceNumber } = await send(jorge, 'POST', '/requests', {
      serviceDeskCode: 'IT',
      summary: titleOf(lines),
      description: `${name}\n${lines.join('\n')}`,
      ...(isForm && {
        requestTypeId: laptop,
        customFields: {
          hardwareName: titleOf(lines).slice(0, 100),
          estimatedPrice: { amount: '145000', currency: 'EUR' },
          businessJustification: all.join('\n').slice(0, 1900),
        },
      }),
    })
    references.push(referenceNumber)
    await send(jorge, 'POST', `/requests/${id}/activities`, { message: lines.join('\n') })
    await send(ana, 'POST', `/requests/${id}/activities`, { message: lines.join('\n\n'), isInternal: true })
    await send(ana, 'POST', `/requests/${id}/activities`, { message: lines.join(' ') })
    for (const [at, line] of lines.entries()) {
      const file = {
        name: `${line.replaceAll('/', '⁄').slice(0, 100)}.png`,
        mimeType: 'image/png',
        buffer: png,
      }
      const answer = await jorge.request.post(`${house.url}/api/v1/requests/${id}/attachments`, {
        headers: { origin: house.url, 'x-requested-with': 'deskhand' },
        multipart: { file },
      })
      assert.ok(answer.ok(), await answer.text())
      if (at === 2) break
    }
  }
  // What no tag may look like is refused; what may is shown.
  for (const tag of ['<img', '"onfocus=ran(80)', "'-ran(81)-'", 'javascript:ran(82)', '{{7*7}}']) {
    const [reference] = references
    await ana.request.fetch(`${house.url}/api/v1/requests/${reference}/tags`, {
      method: 'PUT',
      headers: { origin: house.url, 'x-requested-with': 'deskhand' },
      data: { tags: [tag] },
    })
  }
  return { named: String(me.id), references }
}

test('what would run if it were let is seen by this test', async () => {
  const { context, page, found } = await watchedWindow(null)
  await page.setContent(`<img src="data:," onerror="ran('control')">`)
  await page.waitForFunction(() => document.images[0]?.complete)
  await page.evaluate(() => (window as unknown as { ran: (what: string) => Promise<void> }).ran('last'))
  assert.deepEqual(found, ['ran(control)', 'ran(last)'])
  await context.close()
})

test('no text that somebody wrote runs anywhere, fetches anything or meets the policy', async () => {
  const [jorge, ana, elena, marta] = await Promise.all(
    ['jorge', 'ana', 'elena', 'marta'].map((name) => watchedWindow(`${name}@harbour.example`)),
  )
  assert.ok(jorge && ana && elena && marta)
  const { named, references } = await fill(jorge.context, ana.context, elena.context)

  // The technician: the list, each request with its files and answers, the other layouts.
  await look(ana, '/q/it-all?sort=-createdAt', references[0] ?? '')
  for (const [at, reference] of references.entries()) {
    const line = groups[at]?.[1][0] ?? ''
    await look(ana, `/q/it-all?sort=-createdAt&sel=${reference}`, line.slice(0, 30))
    await look(jorge, `/r/${reference}`, line.slice(0, 30))
  }
  await look(ana, '/q/it-all?sort=-createdAt&layout=table', references[0] ?? '')
  await look(ana, '/q/it-all?sort=-createdAt&layout=board', references[0] ?? '')

  // Search, palette, inboxes.
  await look(ana, '/inbox', /Inbox/)
  await look(jorge, '/requests', references[0] ?? '')
  await look(jorge, '/inbox', /Ana Ruiz replied/)
  for (const text of ['over everything', references[2] ?? '']) {
    await ana.page.goto('/q/todo')
    await ana.page.getByRole('grid').waitFor()
    await ana.page.keyboard.press('Control+k')
    const palette = ana.page.getByRole('dialog')
    await palette.getByRole('combobox').fill(text)
    await palette
      .getByText(/canary|ran\(/)
      .first()
      .waitFor()
    await settle(ana.page)
    assert.deepEqual(ana.found, [], `palette: ${text}`)
    await jorge.page.goto('/')
    const field = jorge.page.getByRole('combobox', { name: /What do you need/ })
    await field.fill(text)
    await jorge.page.getByRole('option').nth(1).waitFor()
    await settle(jorge.page)
    assert.deepEqual(jorge.found, [], `home: ${text}`)
  }

  // Who approves, who manages people, who reads the log.
  await look(marta, '/', /canary|ran\(/)
  await look(marta, '/approvals', /canary|ran\(/)
  await look(elena, '/people?q=onerror', /ran\(70\)/)
  // The log goes on by itself meanwhile: only what they did, and what was done to them, however much else there is.
  await look(elena, `/audit?actor=${named}`, /ran\(70\)/)
  await look(elena, `/audit?subject=${named}&name=person.updated`, /ran\(70\)/)
  await look(elena, '/company/mail', /Queued/)

  // The mails, as a person would open them.
  const mails = await (
    await jorge.context.request.get(`${house.url}/api/v1/demo/mailbox?to=jorge@harbour.example`)
  ).json()
  assert.ok(mails.data.length > 0, 'there are mails')
  for (const { id } of mails.data.slice(0, 6)) {
    await jorge.page.goto(`/mailbox?to=jorge@harbour.example&id=${id}`)
    await jorge.page.locator('iframe').waitFor()
    await jorge.page.frameLocator('iframe').getByRole('heading').first().waitFor()
    await settle(jorge.page)
    assert.deepEqual(jorge.found, [], 'mail')
  }
  for (const { context, found, complaints } of [jorge, ana, elena, marta]) {
    assert.deepEqual([...found, ...complaints], [])
    await context.close()
  }
})
