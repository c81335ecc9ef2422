import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import type { Locator } from 'playwright-core'
import { call, draw, looksWell } from './assetsHelp.ts'
import { closeBrowser, openWindow, phone, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const device = {
  name: 'quay-notebook',
  uuid: randomUUID(),
  serial: 'QUAY-LIFE-1',
  key: randomUUID(),
}

/** What the agent on the laptop says, as it says it. */
const report = (url: string) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-compress-zlib',
      'glpi-agent-id': device.key,
      'user-agent': 'GLPI-Agent_v1.11',
    },
    body: deflateSync(
      JSON.stringify({
        action: 'inventory',
        deviceid: `${device.name}-2026-01-05-09-00-00`,
        itemtype: 'Computer',
        content: {
          versionclient: 'GLPI-Agent_v1.11',
          hardware: { name: device.name, uuid: device.uuid, chassis_type: 'Laptop', memory: 16_000 },
          bios: { ssn: device.serial, smanufacturer: 'Dell Inc.', smodel: 'Latitude 7440' },
        },
      }),
    ),
  })

/** An address for agents, as an admin makes it. */
async function enroll(url: string): Promise<string> {
  const { context } = await openWindow(url)
  await signIn(context, url, 'elena@harbour.example')
  const made = await call(context, url, '/management/discovery/enrollment-tokens', {
    name: 'Laptops of a life',
  })
  await context.close()
  return new URL(new URL(made.url).pathname, url).href
}

test('laptop found by agent, handed out, signed, broken, repaired, retired', async () => {
  const { url } = await openHouse()
  const agents = await enroll(url)
  assert.equal((await report(agents)).status, 200)

  // Found: it is in the list, in use by nobody knows whom.
  const ana = await windowOf(url, 'ana@harbour.example', `/assets?q=${device.serial}`, { viewport: phone })
  await looksWell(ana.page, 'life-found')
  await ana.page.getByRole('row').filter({ hasText: device.name }).tap()
  await ana.page.getByRole('heading', { level: 1, name: device.name }).waitFor()
  const bar = ana.page.getByRole('navigation', { name: 'Sections' })
  await bar.getByRole('link', { name: 'Things', exact: true }).waitFor()
  assert.equal(await bar.getByText('Things', { exact: true }).count(), 1)
  const thing = (await call(ana.context, url, `/assets?q=${device.serial}`)).data[0]
  assert.deepEqual([thing.source, thing.status, thing.personId], ['agent', 'DEPLOYED', null])
  const at = `/a/${thing.assetTag}`
  const read = () => call(ana.context, url, `/assets/${thing.id}`)

  // Handed out, with a phone in the hand: no more than four taps.
  let taps = 0
  const tap = async (what: Locator) => {
    taps += 1
    await what.tap()
  }
  await tap(ana.page.getByRole('button', { name: 'Check out', exact: true }))
  const dialog = ana.page.getByRole('dialog')
  const whom = dialog.getByRole('combobox', { name: 'Person' })
  await tap(whom)
  await whom.pressSequentially('Jorge')
  await tap(ana.page.getByRole('option', { name: /^Jorge Vidal/ }))
  await looksWell(ana.page, 'life-hand-out')
  await tap(dialog.getByRole('button', { name: 'Check out', exact: true }))
  await ana.page.getByText(`${thing.assetTag} is with Jorge Vidal, who is asked to sign.`).waitFor()
  assert.ok(taps <= 4, `${taps} taps`)

  // Signed, with a finger on the glass of his own phone.
  const jorge = await windowOf(url, 'jorge@harbour.example', '/', { viewport: phone })
  await jorge.page.getByRole('link', { name: `Sign for ${device.name}` }).tap()
  await jorge.page.getByRole('heading', { name: 'Sign for what you got' }).waitFor()
  await jorge.page.getByText(/Bring it back, with what came with it/).waitFor()
  await looksWell(jorge.page, 'life-sign')
  await jorge.page.getByRole('textbox', { name: 'Your name' }).fill('Jorge Vidal')
  await draw(jorge.page)
  await jorge.page.getByRole('button', { name: 'Sign', exact: true }).tap()
  await jorge.page.getByText('Signed by Jorge Vidal.').waitFor()
  assert.equal((await read()).acceptance, 'ACCEPTED')

  // Broken: he says so of his own thing, and what he asks is about it.
  await jorge.page.goto('/equipment')
  const row = jorge.page.getByRole('list', { name: 'Your things' }).getByRole('listitem').filter({
    hasText: device.name,
  })
  await row.getByRole('button', { name: `What to do with ${device.name}` }).tap()
  await jorge.page.getByRole('menuitem', { name: 'Something is wrong' }).tap()
  const fault = jorge.page.getByRole('dialog')
  await fault.getByRole('textbox', { name: 'In a few words' }).fill('The hinge is cracked')
  await looksWell(jorge.page, 'life-fault')
  await fault.getByRole('button', { name: 'Tell the desk' }).tap()
  const sent = await jorge.page.getByText(/^Sent\. \w+-\d+ is yours\.$/).textContent()
  const reference = sent?.match(/\w+-\d+/)?.[0] ?? ''

  // Repaired: away at the vendor, which he sees by himself, and back in his hands.
  const desk = await windowOf(url, 'ana@harbour.example', `${at}?tab=requests`)
  await desk.page.getByRole('list', { name: 'Requests' }).getByText('The hinge is cracked').waitFor()
  await desk.page.goto(at)
  await desk.page.getByRole('combobox', { name: /^State: In use/ }).click()
  await desk.page.getByRole('option', { name: 'At the vendor' }).click()
  await desk.page.getByRole('combobox', { name: /^State: In repair, at the vendor/ }).waitFor()
  await row.getByText('Being repaired').waitFor()
  await looksWell(jorge.page, 'life-in-repair')
  await desk.page.getByRole('button', { name: 'Check out', exact: true }).click()
  const again = desk.page.getByRole('dialog')
  await again.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await desk.page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  await again.getByRole('button', { name: 'Check out', exact: true }).click()
  await desk.page.getByRole('combobox', { name: /^State: In use/ }).waitFor()
  await row.getByText('Being repaired').waitFor({ state: 'detached' })
  const { id } = await call(desk.context, url, `/requests/${reference}`)
  await call(desk.context, url, `/requests/${id}/transitions`, { to: 'IN_PROGRESS' })
  await call(desk.context, url, `/requests/${id}/transitions`, {
    to: 'RESOLVED',
    resolutionCode: 'FULFILLED',
    resolutionText: 'The vendor put in another hinge.',
  })

  // Retired: taken back, wiped with a proof, agreed to by another, gone with a receipt.
  await desk.page.getByRole('button', { name: 'Check in', exact: true }).click()
  await again.getByText('With marks').click()
  await again.getByRole('button', { name: 'Check in', exact: true }).click()
  await desk.page.getByText(/is back\. Wipe it before it goes to anybody\.$/).waitFor()
  await row.waitFor({ state: 'detached' })
  await desk.page.goto(`/assets?q=${device.serial}`)
  await desk.page
    .getByRole('row', { name: new RegExp(thing.assetTag) })
    .getByRole('checkbox')
    .check()
  await desk.page.getByRole('button', { name: 'Add to a disposal' }).click()
  await again.getByRole('button', { name: 'New disposal' }).click()
  await again.getByRole('textbox', { name: 'Name' }).fill('One laptop')
  await again.getByRole('textbox', { name: 'Who takes them' }).fill('Bay Recycling')
  await again.getByRole('button', { name: 'Begin it' }).click()
  await desk.page.getByRole('heading', { level: 1, name: /One laptop/ }).waitFor()
  const wiped = desk.page.getByRole('button', { name: `How was it wiped?: ${thing.assetTag}` })
  await looksWell(desk.page, 'life-not-wiped')
  await wiped.click()
  await again.getByRole('combobox', { name: 'How' }).selectOption({ label: 'Overwritten' })
  await again.locator('input[type=file]').setInputFiles({
    name: 'wipe.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n'),
  })
  await looksWell(desk.page, 'life-wipe')
  await again.getByRole('button', { name: 'Keep it' }).click()
  await desk.page.getByRole('link', { name: 'wipe.pdf' }).waitFor()

  const sofia = await windowOf(url, 'sofia@harbour.example', new URL(desk.page.url()).pathname)
  await sofia.page.getByRole('button', { name: 'Approve' }).click()
  await desk.page.getByRole('button', { name: 'Hand over' }).click()
  await desk.page
    .getByLabel('Add the receipt')
    .last()
    .setInputFiles({ name: 'taken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
  await desk.page.getByRole('link', { name: 'taken.pdf' }).waitFor()
  await sofia.page.getByRole('button', { name: 'Complete' }).click()
  await sofia.page.getByRole('dialog').getByRole('button', { name: 'Complete' }).click()
  await sofia.page.getByText(/^Disposal \d+: completed\.$/).waitFor()

  // An agent that still speaks brings nothing back; the page of the thing tells its whole life.
  assert.equal((await report(agents)).status, 200)
  const gone = await read()
  assert.deepEqual([gone.status, gone.subStatus], ['RETIRED', 'DISPOSED'])
  await desk.page.goto(at)
  const history = desk.page.getByRole('tabpanel').getByRole('listitem')
  for (const told of [
    /added it/,
    /Ana Ruiz handed it to Jorge Vidal/,
    /In repair, at the vendor/,
    /Ana Ruiz took it back from Jorge Vidal/,
    /Retired, disposed of/,
  ])
    await history.filter({ hasText: told }).first().waitFor()
  await history
    .filter({ hasText: /Ana Ruiz handed it to Jorge Vidal/ })
    .nth(1)
    .waitFor()
  await looksWell(desk.page, 'life-whole')
  assert.deepEqual(await violations(ana.page), [])
  assert.deepEqual(
    [ana, jorge, desk, sofia].flatMap(({ complaints }) => complaints),
    [],
  )
  for (const { context } of [ana, jorge, desk, sofia]) await context.close()
})
