import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** The API in somebody's own session. */
const as = (url: string, { request }: BrowserContext) => ({
  read: async (path: string) => (await request.get(`${url}/api/v1${path}`)).json(),
  send: async (path: string, data: object, how: 'post' | 'put' | 'patch' = 'post') => {
    const headers = { origin: url, 'x-requested-with': 'deskhand' }
    const answer = await request[how](`${url}/api/v1${path}`, { headers, data })
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`)
    return answer.json()
  },
})

type Made = { id: string; referenceNumber: string }
const ask = (url: string, context: BrowserContext, summary: string): Promise<Made> =>
  as(url, context).send('/requests', { serviceDeskCode: 'IT', summary })

/** The part of a page below this title. */
const sectionOf = (page: Page, title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()

test('one message becomes a request of its own, and both say where it went', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const { id, referenceNumber } = await ask(url, jorge.context, 'The dock of desk 12 hums')
  await as(url, jorge.context).send(`/requests/${id}/activities`, { message: 'And my badge opens no door.' })

  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  const { page } = ana
  await page.getByText('And my badge opens no door.').first().waitFor()
  await page.getByRole('button', { name: 'More about this entry' }).last().click()
  await page.getByRole('menuitem', { name: 'Make a request of this…' }).click()
  const dialog = page.getByRole('dialog', { name: 'A request of its own' })
  const title = dialog.getByRole('textbox', { name: 'Title of the new request' })
  assert.equal(await title.inputValue(), 'And my badge opens no door.')
  await title.fill('A badge that opens no door')
  await picture(page, 'split')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Make request' }).click()
  const told = page.getByText(/^Moved to IT-\d+\.$/).first()
  await told.waitFor()
  const made = (await told.innerText()).match(/IT-\d+/)?.[0] ?? ''
  await dialog.waitFor({ state: 'detached' })

  // The old place says where the words went; the new one begins with them, and is the same person's.
  await page.getByText(`moved an entry to ${made}`, { exact: false }).first().waitFor()
  const { data: left } = await as(url, ana.context).read(`/requests/${id}/activities`)
  assert.ok(!left.some(({ message }: { message: string }) => message.includes('badge opens no door')))
  await jorge.page.goto(`/r/${made}`)
  await jorge.page.getByRole('heading', { name: 'A badge that opens no door' }).waitFor()
  await jorge.page.getByText('And my badge opens no door.').first().waitFor()
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  for (const { context } of [jorge, ana]) await context.close()
})

test('who solves a parent is offered its children, is told which cannot be, and solves the others', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const [parent, able, held] = [
    await ask(url, jorge.context, 'Printers of the third floor are offline'),
    await ask(url, jorge.context, 'The printer by the stairs is offline'),
    await ask(url, jorge.context, 'The printer by the window is offline'),
  ]
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${parent.referenceNumber}`)
  const { page } = ana
  const desk = as(url, ana.context)
  await desk.send(`/requests/${held.id}/tasks`, { title: 'Change the toner', isMandatory: true })

  for (const child of [able, held]) {
    await sectionOf(page, 'Related').getByRole('button', { name: 'Link', exact: true }).click()
    const linking = page.getByRole('dialog', { name: 'Link to another request' })
    await linking.getByRole('textbox', { name: 'Its number' }).fill(child.referenceNumber)
    await linking.getByRole('combobox', { name: 'The other' }).click()
    await page.getByRole('option', { name: 'is a child of this' }).click()
    await linking.getByRole('button', { name: 'Link request' }).click()
    await page.getByRole('button', { name: `Remove the link to ${child.referenceNumber}` }).waitFor()
  }
  // Seen from below, the other is the parent.
  const { data } = await desk.read(`/requests/${able.id}/links`)
  assert.deepEqual([data[0].type, data[0].request.referenceNumber], ['parent', parent.referenceNumber])

  await page.getByRole('combobox', { name: /^Status: / }).click()
  await page.getByRole('option', { name: /^Resolved/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How it ended').click()
  await page.getByRole('option').first().click()
  await dialog.getByLabel('What solved it').fill('The print server has its address again.')
  await dialog.getByRole('checkbox', { name: 'Solve the 2 requests below it as well' }).check()
  await dialog.getByText('1 of 2 can be solved now, with the same words.').waitFor()
  await dialog.getByText(/Change the toner/).waitFor()
  await picture(page, 'solve-children')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Resolve request' }).click()
  await page.getByText('One request below it was solved.').first().waitFor()
  const states = await Promise.all(
    [parent, able, held].map(async ({ id }) => (await desk.read(`/requests/${id}`)).status),
  )
  assert.deepEqual(states, ['RESOLVED', 'RESOLVED', 'SUBMITTED'])
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  for (const { context } of [jorge, ana]) await context.close()
})

test('the vocabulary of tags: pasted, merged, and what somebody types by the old word', async () => {
  const { url } = await openHouse()
  const sofia = await windowOf(url, 'sofia@harbour.example', '/company/tags')
  const { page } = sofia
  await page.getByRole('button', { name: 'Paste a list…' }).click()
  const pasting = page.getByRole('dialog', { name: 'Paste a list of tags' })
  await pasting.getByRole('textbox', { name: 'The list' }).fill('plotter, large printer\nplotters')
  assert.deepEqual(await violations(page), [])
  await pasting.getByRole('button', { name: 'Add tags' }).click()
  await page.getByText('2 tags added.').first().waitFor()
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await row('plotter').getByText('large printer').waitFor()

  const made = await ask(url, sofia.context, 'The plotter streaks')
  const desk = as(url, sofia.context)
  await desk.send(`/requests/${made.id}/tags`, { tags: ['plotters'] }, 'put')
  const tagsOf = async ({ id }: Made) => (await desk.read(`/requests/${id}`)).tags.join()
  const merge = async () => {
    await page.getByRole('button', { name: 'More about plotters' }).click()
    await page.getByRole('menuitem', { name: 'Merge into…' }).click()
    const merging = page.getByRole('dialog', { name: 'Merge “plotters” into' })
    await merging.getByRole('combobox', { name: 'Into' }).fill('plotter')
    await page.getByRole('option', { name: 'plotter', exact: true }).click()
    await picture(page, 'tags-merge')
    await merging.getByRole('button', { name: 'Merge tags' }).click()
    await row('plotter').getByText('large printer, plotters').waitFor()
  }
  await merge()
  await page.keyboard.press('z')
  await row('plotters').waitFor()
  await row('plotter').getByText('large printer', { exact: true }).waitFor()

  // Merged for good, the requests follow, and the old word still works for whoever types it.
  await merge()
  await until(async () => (await tagsOf(made)) === 'plotter', 'the request follows')
  const later = await ask(url, sofia.context, 'The plotter has no paper')
  await desk.send(`/requests/${later.id}/tags`, { tags: ['plotters'] }, 'put')
  assert.equal(await tagsOf(later), 'plotter')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(sofia.complaints, [])
  await sofia.context.close()
})

test('somebody’s work is narrowed to a place: what lies elsewhere is not there for them', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const here = await ask(url, jorge.context, 'Quokka lamp in Madrid')
  const elena = await windowOf(url, 'elena@harbour.example', '/company')
  const people = await as(url, elena.context).read('/users?q=iker%20zabala')
  const iker = await windowOf(url, 'iker.zabala@harbour.example', '/q/it-all?f=quokka')
  await iker.page.getByRole('row', { name: new RegExp(here.referenceNumber) }).waitFor()

  const { page } = elena
  await page.goto(`/people/${people.data[0].id}`)
  await page.getByRole('combobox', { name: 'IT support' }).click()
  await page.getByRole('option', { name: 'Porto (site)' }).click()
  await page.keyboard.press('Escape')
  await picture(page, 'scope')
  await page.getByRole('button', { name: 'Save where they work' }).click()
  await page.getByText('Where they work is saved.').first().waitFor()

  await iker.page.reload()
  await iker.page
    .getByText(/Nothing/)
    .first()
    .waitFor()
  assert.equal(await iker.page.getByRole('row', { name: new RegExp(here.referenceNumber) }).count(), 0)
  const one = await iker.context.request.get(`${url}/api/v1/requests/${here.id}`)
  assert.equal(one.status(), 404)
  // The list of everything is of that place, beside what he asked for himself, and is not empty.
  const { data } = await as(url, iker.context).read('/requests?desk=IT&state=open&limit=200')
  assert.ok(data.length > 0)
  const { data: groups } = await as(url, iker.context).read('/requests/groups?by=site&desk=IT&state=open')
  const places = groups.map(({ label }: { label: string }) => label)
  assert.ok(places.includes('Porto') && !places.includes('Madrid'), places.join())
  // The other files of a run find him as he was.
  const { data: scopes } = await as(url, elena.context).read(`/management/users/${people.data[0].id}/scope`)
  const everywhere = scopes.map((one: object) => ({ ...one, unitIds: [] }))
  await as(url, elena.context).send(
    `/management/users/${people.data[0].id}/scope`,
    { scopes: everywhere },
    'put',
  )
  await iker.page.reload()
  await iker.page.getByRole('row', { name: new RegExp(here.referenceNumber) }).waitFor()
  assert.deepEqual([...jorge.complaints, ...elena.complaints, ...iker.complaints], [])
  for (const { context } of [jorge, elena, iker]) await context.close()
})

test('in whose hands it was, and by when such requests are done: read by the desk and by who asked', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const mine = as(url, jorge.context)
  const desks = (await mine.read('/service-desks')).data as { id: string; code: string }[]
  const it = desks.find(({ code }) => code === 'IT')
  const kinds = (await mine.read(`/service-desks/${it?.id}/request-types`)).data as {
    id: string
    name: string
  }[]
  const kind = kinds.find(({ name }) => /Wi-Fi or network/.test(name))
  const made: Made = await mine.send('/requests', { requestTypeId: kind?.id, summary: 'Wi-Fi in the attic' })

  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${made.referenceNumber}`)
  const panel = sectionOf(ana.page, 'Who had it')
  await panel.getByRole('img', { name: /^In whose hands it has been: IT support/ }).waitFor()
  await panel.getByText(/Requests like this are mostly done by .*nearly always by/).waitFor()
  await panel.getByText(/Learnt from \d+ of this (kind|desk)\./).waitFor()
  await as(url, ana.context).send(`/requests/${made.id}/transitions`, {
    to: 'ACTION_REQUIRED',
    question: 'Which attic?',
  })
  // Whoever had it for less than a second is in no bar.
  const read = () => mine.read(`/requests/${made.id}/progress`)
  const isMine = ({ party }: { party: string }) => party === 'REQUESTER'
  await until(async () => (await read()).held.some(isMine), 'a second has passed')
  await ana.page.reload()
  await panel.getByRole('img', { name: /Requester/ }).waitFor()
  await picture(ana.page, 'hands')

  await jorge.page.goto(`/r/${made.referenceNumber}`)
  const block = sectionOf(jorge.page, 'How long it takes')
  await block.getByRole('listitem').filter({ hasText: /^You/ }).waitFor()
  await picture(jorge.page, 'hands-portal')
  assert.deepEqual(await violations(jorge.page), [])
  const told = await read()
  const sum = told.held.reduce((all: number, { seconds }: { seconds: number }) => all + seconds, 0)
  assert.equal(sum, told.ageSeconds)
  assert.ok(told.expected.latest >= told.expected.likely)
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  for (const { context } of [jorge, ana]) await context.close()
})
