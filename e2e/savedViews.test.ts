import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ana = 'ana@harbour.example'
const sofia = 'sofia@harbour.example'

test('a supervisor builds a view by chips and shares it; a colleague has it with its count, live', async () => {
  const { url } = await openHouse()
  const boss = await windowOf(url, sofia, '/q/it-all')
  const tech = await windowOf(url, ana, '/q/todo')
  await boss.page.getByRole('grid', { name: 'All open' }).waitFor()

  // F, the field, the value: without a mouse.
  await boss.page.keyboard.press('f')
  await boss.page.locator('input[aria-label="Filter by"]').fill('prio')
  await boss.page.keyboard.press('Enter')
  await boss.page.locator('input[aria-label="Priority is"]').fill('crit')
  await boss.page.keyboard.press('Enter')
  await boss.page.getByRole('button', { name: /Priority: Critical/ }).waitFor()
  assert.equal(new URL(boss.page.url()).searchParams.get('f'), 'desk:IT is:open priority:critical')

  // The same as text; what is wrong with it is said and changes nothing.
  await boss.page.keyboard.press('/')
  const line = boss.page.getByRole('combobox', { name: 'Filters as text' })
  await line.fill('desk:IT is:open priority:critical colour:red')
  await line.press('Enter')
  await boss.page
    .getByRole('alert')
    .getByText(/no filter “colour”/)
    .waitFor()
  await line.fill('desk:IT is:open priority:critical,high')
  await line.press('Enter')
  await boss.page.getByRole('button', { name: /Priority: Critical, High/ }).waitFor()
  assert.deepEqual(await violations(boss.page), [])
  await picture(boss.page, 'views-chips')

  await boss.page.getByRole('button', { name: 'Save as…' }).click()
  const dialog = boss.page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Burning')
  await dialog.getByLabel('Everyone at a desk').check()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await boss.page.waitForURL(/\/q\/[0-9a-f-]{36}$/)
  await boss.page.getByRole('grid', { name: 'Burning' }).waitFor()

  // It stands in the colleague's navigation by itself, with its count, which moves with what happens.
  const link = tech.page.getByRole('link', { name: /Burning/ })
  await link.waitFor()
  const countOf = async () => Number((await link.innerText()).match(/\d+/)?.[0] ?? '-1')
  await tech.page.waitForFunction(() => /Burning\s*\d+/.test(document.body.innerText))
  const before = await countOf()
  await boss.page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary: 'The server room is warm', priority: 'CRITICAL' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  await tech.page.waitForFunction(
    // What is nearly late may become critical by itself meanwhile.
    (count) => Number(/Burning\s*(\d+)/.exec(document.body.innerText)?.[1]) > count,
    before,
  )
  await link.click()
  await tech.page.getByRole('row', { name: /The server room is warm/ }).waitFor()

  // She pins it and jumps to it by its number.
  await tech.page.getByRole('button', { name: 'Arrange Burning' }).first().click()
  await tech.page.getByRole('menuitem', { name: 'Pin' }).click()
  await tech.page.getByRole('link', { name: /To do/ }).first().click()
  await tech.page.getByRole('grid', { name: 'To do' }).waitFor()
  await tech.page.keyboard.press('3')
  await tech.page.getByRole('grid', { name: /Burning/ }).waitFor()

  // Grouped by assignee, the heads say how many.
  await tech.page.goto(`${tech.page.url()}?group=assignee`)
  await tech.page.getByRole('rowheader', { name: /Unassigned · \d+/ }).waitFor()
  assert.deepEqual(await violations(tech.page), [])
  assert.deepEqual([...boss.complaints, ...tech.complaints], [])
  await boss.context.close()
  await tech.context.close()
})

test('a view as a table: chosen columns, sorted by its heads, peeked at by Space', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(
    url,
    ana,
    '/q/it-all?layout=table&cols=reference,summary,assignee,due&group=priority',
  )
  const grid = page.getByRole('grid', { name: 'All open' })
  await grid.getByRole('columnheader', { name: 'Assignee' }).waitFor()
  // Those that were chosen, after the boxes that pick.
  assert.deepEqual(await grid.getByRole('columnheader').allInnerTexts(), [
    'Picked',
    'Number',
    'Title',
    'Assignee',
    'Due',
  ])
  await page
    .getByRole('rowheader', { name: /Critical · \d+|High · \d+/ })
    .first()
    .waitFor()
  await grid.getByRole('columnheader', { name: 'Due' }).getByRole('button').click()
  await page.waitForURL(/sort=-slaDueAt/)
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  const peek = page.getByRole('dialog')
  await peek.getByRole('heading', { level: 2 }).last().waitFor()
  await picture(page, 'views-table-peek')
  assert.deepEqual(await violations(page), [])
  // What the mouse rests on explains itself, and Escape would take that away first.
  await page.mouse.move(0, 0)
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await peek.waitFor({ state: 'hidden' })
  assert.deepEqual(complaints, [])
  await context.close()
})

test('whoever is in a team shares with it; who is not has no such view', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const boss = await windowOf(url, sofia, '/q/todo')
  const tech = await windowOf(url, ana, '/q/custom?f=desk%3AIT+priority%3Amedium')
  const call = async (path: string) => (await tech.context.request.get(`${url}/api/v1${path}`)).json()
  const [me, it] = [await call('/users/me'), await call('/service-desks/IT')]
  const made = await boss.context.request.post(`${url}/api/v1/management/teams`, {
    data: { serviceDeskId: it.id, name: 'A Walrus keepers', personIds: [me.id] },
    headers,
  })
  assert.equal(made.status(), 201)
  await tech.page.reload()
  await tech.page.getByRole('button', { name: 'Save as…' }).click()
  const dialog = tech.page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Between us')
  await dialog.getByLabel('A team of mine').check()
  await dialog.getByRole('combobox', { name: 'Team' }).click()
  await tech.page.getByRole('option', { name: 'A Walrus keepers' }).click()
  await picture(tech.page, 'views-team')
  assert.deepEqual(await violations(tech.page), [])
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await tech.page.getByRole('grid', { name: 'Between us' }).waitFor()
  // Who leads the desk has it, live; a colleague outside of the team does not.
  await boss.page.getByRole('link', { name: /Between us/ }).waitFor()
  const outside = await windowOf(url, 'luis@harbour.example', '/q/todo')
  await outside.page
    .getByRole('link', { name: /All open/ })
    .first()
    .waitFor()
  assert.equal(await outside.page.getByRole('link', { name: /Between us/ }).count(), 0)
  assert.deepEqual([...boss.complaints, ...tech.complaints, ...outside.complaints], [])
  for (const { context } of [boss, tech, outside]) await context.close()
})
