import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, openWindow, signIn, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

/** One call in the name of this person, in a window of its own. */
async function as(url: string, email: string, path: string, data?: object) {
  const { context } = await openWindow(url)
  await signIn(context, url, email)
  const body = await call(context, url, path, data)
  await context.close()
  return body
}

test('a leaver returns their kit: taken back in one deed, one part missing, a receipt, and the task done', async () => {
  const { url } = await openHouse()
  const leaver = 'jorge@harbour.example'
  const person = (await as(url, 'ana@harbour.example', `/users?q=${leaver}`)).data[0]

  // Ana hands him a kit of things of their own, from his page.
  const desk = await windowOf(url, 'ana@harbour.example', `/people/${person.id}`)
  const names = ['Field notebook', 'Field dock', 'Field charger']
  const things = await Promise.all(names.map((name) => addThing(desk.context, url, name)))
  await call(desk.context, url, '/kits', {
    name: 'Field kit',
    parts: things.map(({ categoryId }) => ({ categoryId })),
  })
  await desk.page.getByRole('button', { name: 'Hand out a kit' }).click()
  const handing = desk.page.getByRole('dialog')
  await handing.getByRole('combobox', { name: 'Kit', exact: true }).click()
  await desk.page.getByRole('option', { name: /^Field kit/ }).click()
  await handing.getByRole('combobox', { name: 'Field chargers' }).waitFor()
  await looksWell(desk.page, 'kit-hand-out')
  await handing.getByRole('button', { name: 'Hand out', exact: true }).click()
  await desk.page.getByText(/^Field kit is with Jorge/).waitFor()

  // The journey out of the company opens a request at each desk; IT takes back the equipment.
  const journey = await as(url, 'marta@harbour.example', '/hr/offboardings', {
    leaver: person.id,
    lastDay: '2027-03-31',
    returns: ['LAPTOP'],
  })
  const task = journey.tasks.find(({ title }: { title: string }) => title === 'Equipment')
  assert.ok(task, JSON.stringify(journey.tasks))

  // Side by side: he sees what he has, she takes it back.
  const own = await windowOf(url, leaver, '/equipment')
  const list = own.page.getByRole('list', { name: 'Your things' })
  const row = (name: string) => list.getByRole('listitem').filter({ hasText: name })
  for (const name of names) await row(name).waitFor()
  const had = await list.getByRole('listitem').count()

  await desk.page.goto('/kits')
  const out = desk.page
    .getByRole('list', { name: 'Out now' })
    .getByRole('listitem')
    .filter({ hasText: 'Field kit' })
  await out.getByRole('button', { name: /^Take back from Jorge/ }).click()
  const taking = desk.page.getByRole('dialog')
  const charger = taking.getByRole('listitem').filter({ hasText: 'Field charger' })
  await charger.getByText('Missing', { exact: true }).click()
  await taking.getByRole('button', { name: 'Take 2 back, report 1 missing' }).click()
  await taking.getByText('Write what is known of it.').waitFor()
  await charger.getByRole('textbox').fill('Left in a hotel in Bilbao.')
  await looksWell(desk.page, 'kit-take-back')
  await taking.getByRole('button', { name: 'Take 2 back, report 1 missing' }).click()
  await desk.page.getByText(/2 things are back, 1 missing/).waitFor()
  await out.getByText('Field charger, missing').waitFor()
  await out.getByText('Field dock, back').waitFor()

  // His page follows by itself: what is missing stays on his name.
  await row('Field charger').getByText('Reported missing').waitFor()
  await row('Field dock').waitFor({ state: 'detached' })
  assert.equal(await list.getByRole('listitem').count(), had - 2)
  const receipt = await openMail(own.context, leaver, /Field (dock|notebook) and 1 more/)
  await receipt.text
    .getByText(/Field notebook/)
    .first()
    .waitFor()
  await receipt.text
    .getByText(/Field dock/)
    .first()
    .waitFor()
  await receipt.page.close()
  const kept = own.page.getByRole('list', { name: 'Receipts' }).getByRole('listitem')
  await kept.first().getByText('given back to Ana').waitFor()
  await looksWell(own.page, 'equipment-receipts')
  await kept
    .first()
    .getByRole('link', { name: /and 1 more$/ })
    .first()
    .click()
  await own.page.getByRole('heading', { name: 'What you gave back' }).waitFor()
  await own.page.getByText('Field dock').waitFor()
  await own.page.getByRole('link', { name: 'Download it as PDF' }).waitFor()
  await looksWell(own.page, 'receipt')

  // The task is done, and the journey says so.
  await as(url, 'ana@harbour.example', `/requests/${task.id}/transitions`, { to: 'IN_PROGRESS' })
  await as(url, 'ana@harbour.example', `/requests/${task.id}/transitions`, {
    to: 'RESOLVED',
    resolutionCode: 'FULFILLED',
    resolutionText: 'Notebook and dock are back; the charger is reported missing.',
  })
  const hr = await windowOf(url, 'marta@harbour.example', `/r/${journey.referenceNumber}`)
  await hr.page
    .getByText(/1 of \d done/)
    .first()
    .waitFor()
  assert.deepEqual([...desk.complaints, ...own.complaints, ...hr.complaints], [])
  for (const { context } of [desk, own, hr]) await context.close()
})
