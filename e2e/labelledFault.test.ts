import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, openWindow, phone, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('somebody before the copier scans its label and says what is wrong; who has what stays with the desk', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/equipment')
  const { data: places } = await call(ana.context, url, '/locations')
  const room = places.find(
    ({ kind, isStore }: { kind: string; isStore: boolean }) => kind === 'ROOM' && !isStore,
  )
  const copier = await addThing(ana.context, url, 'Landing copier', { serialNumber: 'LAND-77' })
  await call(ana.context, url, `/assets/${copier.id}/check-out`, { locationId: room.id })
  const label = await ana.context.request.get(
    `${url}/api/v1/assets/${copier.id}/label?format=zpl&stock=ZEBRA&code=QR`,
  )
  const [address = ''] = (await label.text()).match(/\/x\/[^?\s]+\?at=[\w-]+&k=\w+/) ?? []
  assert.match(address, new RegExp(`^/x/${copier.assetTag}\\?`))

  // Who is not signed in comes to the page for finders, and from there back to the label.
  const marta = await openWindow(url, { viewport: phone })
  await marta.page.goto(address)
  await marta.page.getByRole('link', { name: 'I work here' }).tap()
  await marta.page.waitForURL(/\/sign-in\?return_to=/)
  await marta.page.getByLabel('Work e-mail').fill('marta@harbour.example')
  await marta.page.getByRole('button', { name: 'Continue' }).tap()
  await marta.page.getByLabel('Password', { exact: true }).fill('demo-demo-demo')
  await marta.page.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await marta.page.getByRole('heading', { name: 'What is wrong with Landing copier?' }).waitFor()
  await marta.page.getByText(`${copier.assetTag} · ${room.path.join(', ')}`).waitFor()
  assert.equal(await marta.page.getByText('LAND-77').count(), 0)
  await marta.page.getByRole('button', { name: 'Tell the desk' }).tap()
  await marta.page.getByText('Write a few words.').waitFor()
  await marta.page.getByRole('textbox', { name: 'In a few words' }).fill('It prints stripes')
  await looksWell(marta.page, 'labelled-fault')
  await marta.page.getByRole('button', { name: 'Tell the desk' }).tap()
  const sent = marta.page.getByRole('link', { name: /^\w+-\d+ is yours$/ })
  await sent.waitFor()
  await looksWell(marta.page, 'labelled-fault-sent')
  await sent.tap()
  await marta.page.waitForURL(/\/r\/\w+-\d+$/)
  await marta.page.getByRole('heading', { name: 'It prints stripes' }).waitFor()

  await ana.page.goto(`/a/${copier.assetTag}?tab=requests`)
  await ana.page.getByRole('list', { name: 'Requests' }).getByText('It prints stripes').waitFor()
  // The desk goes from the label to the thing; a label that was made up leads to nothing.
  await ana.page.goto(address)
  await ana.page.getByRole('heading', { level: 1, name: 'Landing copier' }).waitFor()
  await marta.page.goto(address.replace(/k=\w/, 'k=_'))
  await marta.page.getByRole('heading', { name: 'There is no such thing.' }).waitFor()
  assert.deepEqual([...ana.complaints, ...marta.complaints], [])
  for (const { context } of [ana, marta]) await context.close()
})
