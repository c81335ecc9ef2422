import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { newId } from '../apps/server/src/platform/ids.ts'
import { draw, scan } from './assetsHelp.ts'
import { closeBrowser, openWindow, phone, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

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

/** A kind of thing with a policy, of this test alone. */
async function kindOf(name: string, companyId: string): Promise<string> {
  const { database } = await openHouse()
  const id = newId()
  await transact(database.pools.worker, { companyId, personId: null }, (tx) =>
    tx.run(
      `insert into app.asset_categories (company_id, id, name, tag_prefix, requires_acceptance, policy_text)
       values ($1, $2, $3, $4, true, $5)`,
      [
        companyId,
        id,
        `${name}s`,
        `Q${id.slice(-8).toUpperCase()}`,
        'I take care of it.\nI give it back when I leave.',
      ],
    ),
  )
  return id
}

/** A new thing in stock. */
async function addThing(context: BrowserContext, url: string, name: string) {
  const me = await call(context, url, '/users/me')
  return call(context, url, '/assets', { categoryId: await kindOf(name, me.company.id), name })
}

/** A thing with a policy, handed to this person by Ana. */
async function handTo(url: string, holder: string, name: string) {
  const { context } = await openWindow(url)
  await signIn(context, url, 'ana@harbour.example')
  const thing = await addThing(context, url, name)
  const person = (await call(context, url, `/users?q=${holder}`)).data[0]
  const handed = await call(context, url, `/assets/${thing.id}/check-out`, { personId: person.id })
  await context.close()
  return { id: String(thing.id), tag: String(thing.assetTag), acceptanceId: String(handed.acceptanceId) }
}

test('an employee signs by the link of a mail, and the fingerprint stays', async () => {
  const { url } = await openHouse()
  const { tag } = await handTo(url, 'jorge@harbour.example', 'Field laptop')
  const { context } = await openWindow(url)
  const mail = await openMail(context, 'jorge@harbour.example', /Sign for Field laptop/)
  const link = await followButton(mail, 'Read and sign')
  await link.getByRole('heading', { name: 'Jorge, sign for what you got' }).waitFor()
  await link.getByText('I give it back when I leave.').waitFor()
  await link.getByText(tag).first().waitFor()
  assert.deepEqual(await violations(link), [])
  await link.getByRole('textbox', { name: 'Your name' }).fill('Somebody')
  await link.getByRole('button', { name: 'Sign', exact: true }).click()
  await link
    .getByText(/Type the name as it stands here: Jorge/)
    .first()
    .waitFor()
  await link.getByRole('textbox', { name: 'Your name' }).fill('Jorge Vidal')
  await draw(link)
  await link.getByRole('button', { name: 'Sign', exact: true }).click()
  await link.getByText('Signed by Jorge Vidal.').waitFor()
  await link.getByText(/Fingerprint: [0-9a-f]{64}/).waitFor()
})

test('on a phone: signed from the home, confirmed, and reported as faulty', async () => {
  const { url } = await openHouse()
  const { acceptanceId } = await handTo(url, 'omar@harbour.example', 'Tablet')
  const { page } = await windowOf(url, 'omar@harbour.example', '/', { viewport: phone })
  await page.getByRole('link', { name: 'Sign for Tablet' }).click()
  await page.getByRole('heading', { name: 'Sign for what you got' }).waitFor()
  assert.ok(page.url().endsWith(`/sign/${acceptanceId}`))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
    await picture(page, `phone-${colorScheme}-sign`)
    assert.deepEqual(await violations(page), [], colorScheme)
  }
  const asked = await page.getByText(/Type it as it stands here: /).textContent()
  await page.getByRole('textbox', { name: 'Your name' }).fill(asked?.replace(/^.*: /, '') ?? '')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText(/^Signed by /).waitFor()

  await page.goto('/equipment')
  const row = page.getByRole('listitem').filter({ hasText: 'Tablet' })
  await row.getByRole('button', { name: 'I have it' }).click()
  await page.getByText('Noted: you have Tablet.').waitFor()
  await row.getByText(/confirmed/).waitFor()
  await row.getByRole('button', { name: 'What to do with Tablet' }).click()
  await page.getByRole('menuitem', { name: 'Something is wrong' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'In a few words' }).fill('The screen flickers')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Tell the desk' }).click()
  await page.getByText(/^Sent\. \w+-\d+ is yours\.$/).waitFor()
})

test('a technician scans one with a hand scanner, hands it out in four taps, and takes it back', async () => {
  const { url } = await openHouse()
  const { context, page } = await windowOf(url, 'ana@harbour.example', '/scan', { viewport: phone })
  const { assetTag } = await addThing(context, url, 'Scanner')
  await page.getByRole('heading', { name: 'Scan' }).waitFor()
  // Outside of the field.
  await page.getByRole('heading', { name: 'Scan' }).click()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await scan(page, assetTag)
  await page.getByRole('button', { name: 'Check out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Check out' }).click()
  await page.getByText(`${assetTag} is with Jorge Vidal, who is asked to sign.`).waitFor()
  await page.getByRole('button', { name: 'Check in' }).click()
  await dialog.getByText('With marks').click()
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Check in' }).click()
  await page.getByText(`${assetTag} is back. Look at it before it goes to anybody.`).waitFor()
})

test('many in one deed: problems are told before, the rest is done and undone', async () => {
  const { url } = await openHouse()
  const { context, page } = await windowOf(url, 'ana@harbour.example', '/scan?mode=CHECK_OUT')
  const things = [await addThing(context, url, 'Screen'), await addThing(context, url, 'Keyboard')]
  await page.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /^Jorge Vidal/ }).click()
  const field = page.getByRole('textbox', { name: 'Scan or type a tag or serial number' })
  for (const code of [...things.map((thing) => String(thing.assetTag)), 'NOTHING-HAS-THIS']) {
    await field.fill(code)
    await field.press('Enter')
    await page.getByRole('listitem').filter({ hasText: code }).waitFor()
  }
  await page.getByText('Nothing has this code.').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
    await picture(page, `desk-${colorScheme}-scan-batch`)
    assert.deepEqual(await violations(page), [], colorScheme)
  }
  await page.getByRole('button', { name: 'Check out 2' }).click()
  await page.getByText('2 things handed to Jorge Vidal.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Undone/).waitFor()
  const back = await call(context, url, `/assets/${things[0]?.id}`)
  assert.equal(back.status, 'IN_STOCK')
})
