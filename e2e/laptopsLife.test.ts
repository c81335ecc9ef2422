import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { verifyCompany } from '../apps/server/src/assets/queries/verify.ts'
import { call, looksWell } from './assetsHelp.ts'
import { closeBrowser, openWindow, phone, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ana = 'ana@harbour.example'
const elena = 'elena@harbour.example'
const jorge = 'jorge@harbour.example'
const sofia = 'sofia@harbour.example'
const laptop = 'LIFE-LAPTOP'
const serial = 'LIFE-SERIAL-0001'

/** What an agent on the laptop says of it, posted as agents do. */
const report = (address: string) =>
  fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-compress-zlib',
      'glpi-agent-id': '5b1c2d3e-1111-4abc-8def-0123456789c3',
      'user-agent': 'GLPI-Agent_v1.11',
    },
    body: deflateSync(
      JSON.stringify({
        action: 'inventory',
        deviceid: `${laptop}-2026-01-05-09-00-00`,
        itemtype: 'Computer',
        content: {
          versionclient: 'GLPI-Agent_v1.11',
          hardware: {
            name: laptop,
            uuid: '5b1c2d3e-0000-4abc-8def-0123456789c3',
            chassis_type: 'Laptop',
            memory: 16_000,
          },
          bios: { ssn: serial, smanufacturer: 'Dell Inc.', smodel: 'Latitude 7440' },
        },
      }),
    ),
  })

/** An address for agents, made by who may. */
async function addressFor(url: string): Promise<string> {
  const { context } = await openWindow(url)
  await signIn(context, url, elena)
  const made = await call(context, url, '/management/discovery/enrollment-tokens', { name: 'One laptop' })
  await context.close()
  return new URL(new URL(made.url).pathname, url).href
}

async function draw(page: Page) {
  const box = await page.getByRole('img', { name: /Sign here/ }).boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + 20, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 20, { steps: 6 })
  await page.mouse.move(box.x + 200, box.y + 60, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('img', { name: /Signed$/ }).waitFor()
}

test('a laptop: found by its agent, handed out, signed, broken, repaired, given back, retired', async () => {
  const { url, database } = await openHouse()
  assert.equal((await report(await addressFor(url))).status, 200)

  // Found: Ana looks for it on her phone, and hands it to Jorge in four taps.
  const hand = await windowOf(url, ana, '/', { viewport: phone })
  const found = (await call(hand.context, url, `/assets?q=${serial}&source=agent`)).data[0]
  const { id, assetTag } = found
  await hand.page.goto(`/a/${assetTag}`)
  await hand.page.getByRole('heading', { name: laptop }).waitFor()
  let taps = 0
  const tap = async (what: Locator) => {
    taps++
    await what.tap()
  }
  await tap(hand.page.getByRole('button', { name: 'Check out' }))
  const giving = hand.page.getByRole('dialog')
  await tap(giving.getByRole('combobox', { name: 'Person' }))
  await giving.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await tap(hand.page.getByRole('option', { name: /^Jorge Vidal/ }))
  await tap(giving.getByRole('button', { name: 'Check out' }))
  await hand.page.getByText(`${assetTag} is with Jorge Vidal, who is asked to sign.`).waitFor()
  assert.ok(taps <= 4)

  // Signed: Jorge signs on the glass of his own phone.
  const own = await windowOf(url, jorge, '/', { viewport: phone })
  await own.page.getByRole('link', { name: `Sign for ${laptop}` }).click()
  await own.page.getByRole('heading', { name: 'Sign for what you got' }).waitFor()
  await own.page.getByRole('textbox', { name: 'Your name' }).fill('Jorge Vidal')
  await draw(own.page)
  await own.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await own.page.getByText('Signed by Jorge Vidal.').waitFor()

  // Broken: he says so where he sees what he has; the request knows which thing it is.
  await own.page.goto('/equipment')
  const row = own.page
    .getByRole('list', { name: 'Your things' })
    .getByRole('listitem')
    .filter({ hasText: laptop })
  await row.getByRole('button', { name: `What to do with ${laptop}` }).click()
  await own.page.getByRole('menuitem', { name: 'Something is wrong' }).click()
  await own.page.getByRole('textbox', { name: 'In a few words' }).fill('The hinge of it broke')
  await own.page.getByRole('button', { name: 'Tell the desk' }).click()
  const sent = (await own.page.getByText(/^Sent\. \w+-\d+ is yours\.$/).textContent()) ?? ''
  const ref = /\w+-\d+/.exec(sent.replace('Sent. ', ''))?.[0] ?? ''
  const desk = await windowOf(url, ana, `/a/${assetTag}?tab=requests`)
  await desk.page.getByRole('list', { name: 'Requests' }).getByRole('link', { name: ref }).waitFor()

  // Repaired: away and back, with him all the time.
  await desk.page.getByRole('combobox', { name: /^State: / }).click()
  await desk.page.getByRole('option', { name: 'By ourselves' }).click()
  await row.getByText('Being repaired').waitFor()
  await desk.page.getByRole('combobox', { name: /^State: / }).click()
  await desk.page.getByRole('option', { name: 'For good' }).click()
  await row.getByText('Being repaired').waitFor({ state: 'detached' })
  const request = (await call(desk.context, url, `/assets/${id}/requests`)).data[0].id
  await call(desk.context, url, `/requests/${request}/transitions`, { to: 'IN_PROGRESS' })
  await call(desk.context, url, `/requests/${request}/transitions`, {
    to: 'RESOLVED',
    resolutionCode: 'FULFILLED',
    resolutionText: 'The hinge is new.',
  })

  // Given back, with a receipt.
  await desk.page.getByRole('button', { name: 'Check in' }).click()
  await desk.page.getByRole('dialog').getByText('With marks').click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Check in' }).click()
  await desk.page.getByText(`${assetTag} is back. Wipe it before it goes to anybody.`).waitFor()
  await row.waitFor({ state: 'detached' })
  const receipt = own.page
    .getByRole('list', { name: 'Receipts' })
    .getByRole('listitem')
    .filter({ hasText: laptop })
  await receipt.getByText(/given back to Ana Ruiz/).waitFor()
  assert.deepEqual(await violations(own.page), [])

  // Retired: in a disposal, with how it was wiped and the proof of it.
  await desk.page.goto(`/assets?q=${serial}`)
  await desk.page
    .getByRole('row', { name: new RegExp(assetTag) })
    .getByRole('checkbox')
    .check()
  await desk.page.getByRole('button', { name: 'Add to a disposal' }).click()
  const adding = desk.page.getByRole('dialog')
  await adding.getByRole('button', { name: 'New disposal' }).click()
  await adding.getByRole('textbox', { name: 'Name' }).fill('One laptop')
  await adding.getByRole('textbox', { name: 'Who takes them' }).fill('Bay Recycling')
  await adding.getByRole('button', { name: 'Begin it' }).click()
  await desk.page.getByRole('button', { name: `How was it wiped?: ${assetTag}` }).click()
  const wiping = desk.page.getByRole('dialog')
  await wiping
    .getByLabel('Its proof')
    .last()
    .setInputFiles({ name: 'wiped.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
  await wiping.getByText('wiped.pdf').waitFor()
  await wiping.getByRole('button', { name: 'Keep it' }).click()
  await desk.page.getByText('Noted.').waitFor()
  await desk.page.getByRole('link', { name: 'wiped.pdf' }).waitFor()
  const { pathname } = new URL(desk.page.url())
  const lead = await windowOf(url, sofia, pathname)
  await lead.page.getByRole('button', { name: 'Approve' }).click()
  await lead.page.getByText(/^Disposal \d+: approved\.$/).waitFor()
  await lead.page.getByRole('button', { name: 'Hand over' }).click()
  await lead.page.getByText(/^Disposal \d+: handed over\.$/).waitFor()
  await lead.page.getByRole('button', { name: 'Complete' }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Complete' }).click()
  await lead.page.getByText(/^Disposal \d+: completed\.$/).waitFor()

  // All of it in one ledger, the newest first.
  await desk.page.goto(`/a/${assetTag}?tab=history`)
  const lines = desk.page.getByRole('list', { name: 'History' }).getByRole('listitem')
  await lines.filter({ hasText: 'found it for the first time' }).first().waitFor()
  const texts = await lines.allTextContents()
  const told = [
    /Disposed/,
    /took it back from Jorge Vidal/,
    /In use/,
    /In repair/,
    new RegExp(ref),
    /Jorge Vidal signed for it/,
    /Ana Ruiz handed it to Jorge Vidal/,
  ]
  const places = told.map((sentence) => texts.findIndex((text) => sentence.test(text)))
  assert.ok(!places.includes(-1), `${places} of ${JSON.stringify(texts)}`)
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
    JSON.stringify(texts),
  )
  await looksWell(desk.page, 'laptops-life')
  assert.equal((await call(desk.context, url, `/assets/${id}`)).status, 'RETIRED')

  // What `deskhand verify assets` does: every stream says what its row says.
  const me = await call(desk.context, url, '/users/me')
  assert.deepEqual((await verifyCompany(database.pools, me.company.id)).differences, [])
  assert.deepEqual(
    [hand, own, desk, lead].flatMap(({ complaints }) => complaints),
    [],
  )
  for (const { context } of [hand, own, desk, lead]) await context.close()
})
