import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { newId } from '../apps/server/src/platform/ids.ts'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ana = 'ana@harbour.example'
const elena = 'elena@harbour.example'
const jorge = 'jorge@harbour.example'

/** One call in the session of this window; answers what it answered. */
async function call(context: BrowserContext, url: string, path: string, data?: object) {
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const answer = data
    ? await context.request.post(`${url}/api/v1${path}`, { headers, data })
    : await context.request.get(`${url}/api/v1${path}`)
  const body = await answer.json()
  assert.ok(answer.ok(), `${path} ${answer.status()} ${JSON.stringify(body)}`)
  return body
}

/** A thing of a kind of its own, handed to this person where one is named. */
async function addThing(context: BrowserContext, url: string, name: string, holder?: string) {
  const { database } = await openHouse()
  const me = await call(context, url, '/users/me')
  const categoryId = newId()
  await transact(database.pools.worker, { companyId: me.company.id, personId: null }, (tx) =>
    tx.run('insert into app.asset_categories (company_id, id, name, tag_prefix) values ($1, $2, $3, $4)', [
      me.company.id,
      categoryId,
      `Kind of ${name}`,
      `Z${categoryId.slice(-8).toUpperCase()}`,
    ]),
  )
  const thing = await call(context, url, '/assets', { categoryId, name, serialNumber: `SN-${name}` })
  if (holder) {
    const [person] = (await call(context, url, `/users?q=${holder}`)).data
    await call(context, url, `/assets/${thing.id}/check-out`, { personId: person.id })
  }
  return thing
}

test('a technician links a thing to a request and takes it off again; the thing of who asked comes first', async () => {
  const { url } = await openHouse()
  const tech = await windowOf(url, ana, '/q/it-all')
  const own = await addThing(tech.context, url, 'Harbour telescope', jorge)
  await addThing(tech.context, url, 'Harbour beacon')
  const asker = await windowOf(url, jorge, '/requests')
  const { referenceNumber } = await call(asker.context, url, '/requests', {
    serviceDeskCode: 'IT',
    summary: 'The telescope is blurred',
  })
  await tech.page.goto(`/q/it-all?sel=${referenceNumber}`)
  await tech.page.getByRole('heading', { name: 'Things', exact: true }).waitFor()
  await tech.page.getByText('It is about no thing yet.').waitFor()
  const panel = tech.page.locator('section', {
    has: tech.page.getByRole('heading', { name: 'Things', exact: true }),
  })
  await panel.getByRole('button', { name: 'Link' }).click()
  const dialog = tech.page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Which thing' }).click()
  await tech.page.getByRole('option', { name: /Harbour telescope/ }).click()
  assert.deepEqual(await violations(tech.page), [])
  await dialog.getByRole('button', { name: 'Link thing' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('Harbour telescope', { exact: true }).waitFor()

  await panel.getByRole('button', { name: 'Link' }).click()
  await dialog.getByRole('combobox', { name: 'Which thing' }).fill('harbour bea')
  await tech.page.getByRole('option', { name: /Harbour beacon/ }).click()
  await dialog.getByRole('button', { name: 'Link thing' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('Harbour beacon', { exact: true }).waitFor()
  await picture(tech.page, 'things-panel')
  assert.deepEqual(await violations(tech.page), [])
  // The page of the thing says which requests there were about it.
  const beside = await tech.context.newPage()
  await beside.goto(`${url}/a/${own.assetTag}?tab=requests`)
  const about = beside.getByRole('list', { name: 'Requests' })
  await about.getByRole('link', { name: referenceNumber }).waitFor()
  await about.getByText('The telescope is blurred').waitFor()
  assert.deepEqual(await violations(beside), [])
  await picture(beside, 'thing-requests')
  await beside.close()

  // Whoever asked reads of their own alone.
  await asker.page.goto(`/r/${referenceNumber}`)
  const block = asker.page.getByRole('region', { name: 'Things' })
  await block.getByText('Harbour telescope', { exact: true }).waitFor()
  assert.equal(await block.getByText('Harbour beacon').count(), 0)
  assert.deepEqual(await violations(asker.page), [])
  await panel.getByRole('button', { name: `Take ${own.assetTag} off` }).click()
  await panel.getByText('Harbour telescope', { exact: true }).waitFor({ state: 'detached' })
  assert.deepEqual([...tech.complaints, ...asker.complaints], [])
  for (const { context } of [tech, asker]) await context.close()
})

test('a form asks for one of their things, and fills in its serial number', async () => {
  const { url } = await openHouse()
  const boss = await windowOf(url, elena, '/company/forms')
  await addThing(boss.context, url, 'Signal lamp', jorge)
  const { desks } = await call(boss.context, url, '/catalog')
  const category = desks.find(({ code }: { code: string }) => code === 'IT').categories[0]
  const type = await call(boss.context, url, '/management/request-types', {
    serviceCategoryId: category.id,
    name: 'Signal lamp trouble',
  })
  const definition = {
    sections: [
      {
        key: 'main',
        fields: [
          { key: 'device', type: 'asset', label: 'Which lamp', isRequired: true },
          { key: 'serial', type: 'line', label: 'Lamp serial' },
        ],
      },
    ],
  }
  const form = await call(boss.context, url, '/management/forms', {
    name: 'Lamps',
    definition,
    requestTypeIds: [type.id],
  })
  await boss.page.goto(`/company/forms/${form.id}`)
  await boss.page.getByText('Lamp serial').first().click()
  await boss.page.getByRole('combobox', { name: 'Begins with' }).click()
  await boss.page.getByRole('option', { name: 'Serial number' }).click()
  assert.deepEqual(await violations(boss.page), [])
  await boss.page.getByRole('button', { name: 'Save draft' }).click()
  await boss.page.getByText(/^Draft of version \d+ is saved\.$/).waitFor()
  await call(boss.context, url, `/management/forms/${form.id}/publish`, {})

  const asker = await windowOf(url, jorge, `/ask/${type.id}`)
  await asker.page.getByRole('combobox', { name: /Which lamp/ }).click()
  await asker.page.getByRole('option', { name: /Signal lamp/ }).click()
  await asker.page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#answer-serial')?.value === 'SN-Signal lamp',
  )
  assert.deepEqual(await violations(asker.page), [])
  await picture(asker.page, 'ask-with-thing')
  assert.deepEqual([...boss.complaints, ...asker.complaints], [])
  for (const { context } of [boss, asker]) await context.close()
})

test('an own field is a condition of a rule and a column of a table', async () => {
  const { url } = await openHouse()
  const boss = await windowOf(url, elena, '/company/rules/new')
  await call(boss.context, url, '/management/custom-fields', {
    label: 'Quay number',
    key: 'own_quayNumber',
    type: 'number',
  })
  await boss.page.reload()
  await boss.page.getByRole('button', { name: 'Add a condition' }).click()
  await boss.page.getByRole('combobox', { name: 'What is compared' }).selectOption({ label: 'Quay number' })
  await boss.page.getByRole('combobox', { name: 'How it is compared' }).selectOption('moreThan')
  await boss.page.getByRole('textbox', { name: 'Value' }).fill('4')
  assert.deepEqual(await violations(boss.page), [])
  await picture(boss.page, 'rule-own-field')

  const tech = await windowOf(url, ana, '/requests')
  const { id, referenceNumber } = await call(tech.context, url, '/requests', {
    serviceDeskCode: 'IT',
    summary: 'The crane at the quay',
    customFields: { own_quayNumber: 7 },
  })
  assert.ok(id)
  await tech.page.goto(`/q/it-all?layout=table&f=${encodeURIComponent('desk:IT quay crane')}`)
  await tech.page.getByRole('button', { name: 'How it looks' }).click()
  await tech.page.getByRole('checkbox', { name: 'Quay number' }).check()
  await tech.page.keyboard.press('Escape')
  await tech.page.getByRole('columnheader', { name: 'Quay number' }).waitFor()
  const row = tech.page.getByRole('row', { name: new RegExp(referenceNumber) })
  await row.getByText('7', { exact: true }).waitFor()
  assert.ok(new URL(tech.page.url()).searchParams.get('cols')?.includes('own_quayNumber'))
  assert.deepEqual(await violations(tech.page), [])
  await picture(tech.page, 'own-column')
  assert.deepEqual([...boss.complaints, ...tech.complaints], [])
  for (const { context } of [boss, tech]) await context.close()
})
