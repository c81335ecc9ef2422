import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addThing, call, looksWell } from './assetsHelp.ts'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** docs/guides/approvals.md, step by step, as it is written there. */
test('the guide for approvals does what it says', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'elena@harbour.example', '/company')
  await page.getByRole('link', { name: 'Approval policies', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Approval policies' }).waitFor()
  await page.getByRole('button', { name: 'Add policy' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Keys to the vault')

  // Without a condition, and with a step that asks nobody, it is refused with the reason.
  await page.getByLabel('Name of the step').fill('Manager')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await page
    .getByText(/Say to what it applies/)
    .first()
    .waitFor()
  const applies = page.getByRole('group', { name: 'When it applies' })
  await applies.getByLabel('Desks').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'IT support' }).click()
  await page.keyboard.press('Escape')
  await applies.getByRole('textbox', { name: 'Above', exact: true }).fill('40000')
  await page.getByRole('button', { name: 'Add step' }).click()
  const second = page.getByRole('group', { name: 'Step 2' })
  await second.getByLabel('Name of the step').fill('Supervisor')
  await second.getByLabel('Who', { exact: true }).selectOption({ label: 'Role at a desk' })
  await second.getByRole('textbox', { name: 'Only above', exact: true }).fill('60000')
  await picture(page, 'guide-approvals')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save policy' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Keys to the vault' })
  await row
    .getByText(/needs approval\. First the manager of whoever asks\. Then, above 60,000\.00 EUR/)
    .waitFor()

  // Its page names who would be asked for a sample.
  await row.getByRole('link', { name: 'Keys to the vault' }).click()
  const trial = page.getByRole('region', { name: 'Try it' })
  await trial.getByLabel('Who asks').fill('Jorge')
  await page.getByRole('option', { name: /Jorge Vidal/ }).click()
  await trial.getByRole('textbox', { name: 'Amount', exact: true }).fill('50000')
  await trial.getByRole('button', { name: 'See who is asked' }).click()
  await trial.getByText('It applies.').waitFor()
  await trial.getByText(/Manager: asks Marta Gil/).waitFor()
  await trial.getByText(/Supervisor: skipped/).waitFor()
  await page.getByRole('button', { name: 'Retire policy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire policy' }).click()
  await page.getByText('The policy is retired.').first().waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

/** docs/guides/stock.md and reservations.md: what goes along with things and kits. */
test('the guides for accessories and kits do what they say', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/kits')
  const places = (await call(context, url, '/locations')).data
  const place = places.find(({ kind }: { kind: string }) => kind === 'ROOM')
  const bag = await call(context, url, '/stock-items', { name: 'Guide bag', kind: 'ACCESSORY' })
  await call(context, url, `/stock-items/${bag.id}/movements`, {
    type: 'RECEIVE',
    locationId: place.id,
    quantity: 5,
  })
  const [easel, stand] = [await addThing(context, url, 'Easel'), await addThing(context, url, 'Stand')]

  // Check out, with two bags along.
  await page.goto(`/a/${easel.assetTag}`)
  await page.getByRole('heading', { level: 1, name: 'Easel' }).waitFor()
  await page.keyboard.press('o')
  const out = page.getByRole('dialog', { name: /^Check out/ })
  await out.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /Jorge Vidal/ }).click()
  await out.getByText('Until when, accessories, condition, note, photos').click()
  await out.getByRole('combobox', { name: 'Goes along with it' }).fill('Guide bag')
  await page.getByRole('option', { name: 'Guide bag (5)' }).click()
  await out.getByRole('textbox', { name: 'How many: Guide bag' }).fill('2')
  await looksWell(page, 'guide-along')
  await out.getByRole('button', { name: 'Check out' }).click()
  await page.getByText(/is with Jorge Vidal/).waitFor()

  // Check in asks for both; one stays with him.
  await page.getByRole('button', { name: 'Check in' }).first().click()
  const back = page.getByRole('dialog', { name: /^Check in/ })
  const came = back.getByRole('group', { name: 'What came back with it' })
  await came.getByRole('textbox', { name: 'Guide bag' }).fill('1')
  await back.getByRole('button', { name: 'Check in' }).click()
  await page.getByText(/is back/).waitFor()
  await page.getByText(/^Did not come back: .*Guide bag/).waitFor()

  // A kit with an item of stock, and all of it back in one deed.
  await page.goto('/kits')
  await page.getByRole('button', { name: 'Add kit' }).first().click()
  const kit = page.getByRole('dialog')
  await kit.getByRole('textbox', { name: 'Name' }).fill('Guide kit')
  for (const [at, part] of ['Stands', 'Guide bag'].entries()) {
    if (at > 0) await kit.getByRole('button', { name: 'Add a part' }).click()
    await kit
      .getByRole('combobox', { name: /^Model, anything/ })
      .nth(at)
      .fill(part)
    await page.getByRole('option', { name: part, exact: true }).click()
  }
  await kit.getByRole('button', { name: 'Save kit' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Guide kit' })
  await row.getByRole('button', { name: /^Hand out/ }).click()
  const handing = page.getByRole('dialog')
  await handing.getByRole('combobox', { name: 'Person' }).fill('Jorge')
  await page.getByRole('option', { name: /Jorge Vidal/ }).click()
  await handing.getByRole('button', { name: 'Hand out', exact: true }).click()
  await page.getByText(/^Guide kit is with Jorge/).waitFor()
  const going = page.getByRole('list', { name: 'Out now' }).getByRole('listitem')
  await going
    .filter({ hasText: 'Guide kit' })
    .getByRole('button', { name: /^Take back/ })
    .click()
  const taking = page.getByRole('dialog')
  const along = taking.getByRole('group', { name: `What came back with ${stand.assetTag}` })
  await along.getByRole('textbox', { name: 'Guide bag' }).waitFor()
  await looksWell(page, 'guide-take-back')
  await taking.getByRole('button', { name: 'Take 1 back' }).click()
  await page.getByText(/One thing is back/).waitFor()
  const left = await call(context, url, `/stock-items/${bag.id}`)
  assert.equal(left.inStock, 4)
  assert.deepEqual(complaints, [])
  await context.close()
})

test('what was stolen has its claim beside its facts, until the insurer has paid', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/kits')
  const thing = await addThing(context, url, 'Claimed tablet')
  await call(context, url, `/assets/${thing.id}/transitions`, {
    to: 'MISSING',
    subStatus: 'STOLEN',
    report: 'From the van in Porto',
    reportNumber: 'PSP 4417',
  })
  await page.goto(`/a/${thing.assetTag}`)
  const claim = page.getByRole('region', { name: 'Insurance claim' })
  await claim.getByRole('button', { name: 'Write down a claim' }).click()
  const dialog = page.getByRole('dialog', { name: /^Insurance claim for/ })
  await dialog.getByRole('button', { name: 'Save claim' }).click()
  await dialog.getByText('Say who the insurer is.').waitFor()
  await dialog.getByRole('textbox', { name: 'Insurer' }).fill('Mapfre')
  await dialog.getByRole('textbox', { name: 'Number of the claim' }).fill('S-118')
  await looksWell(page, 'claim-dialog')
  await dialog.getByRole('button', { name: 'Save claim' }).click()
  await claim.getByText('With the insurer', { exact: true }).waitFor()
  await claim.getByRole('button', { name: 'Change the claim' }).click()
  await dialog.getByRole('combobox', { name: 'State' }).selectOption('PAID')
  await dialog.getByRole('textbox', { name: 'What is paid', exact: true }).fill('890')
  await dialog.getByRole('button', { name: 'Save claim' }).click()
  await claim.getByText(/890\.00/).waitFor()
  await page.getByRole('list', { name: 'History' }).getByText('S-118').first().waitFor()
  await looksWell(page, 'claim')
  assert.deepEqual(complaints, [])
  await context.close()
})
