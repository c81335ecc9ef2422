import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

const title = 'The phones are silent'

test('a major incident: the banner is there at once, “I have this too” is counted, and one solution reaches all', async () => {
  const { url } = await openHouse()
  // An employee, somebody else on a phone, a technician and who leads the desk, side by side.
  const marta = await windowOf(url, 'marta@harbour.example', '/')
  const jorge = await windowOf(url, 'jorge@harbour.example', '/', { viewport: phone, scheme: 'dark' })
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4921')
  const sofia = await windowOf(url, 'sofia@harbour.example', '/q/it-all?sel=IT-4921')
  const people = [marta, jorge, ana, sofia]
  const bannerOf = ({ page }: typeof marta) => page.getByRole('listitem').filter({ hasText: title })
  await marta.page.getByRole('heading', { level: 1 }).waitFor()
  await jorge.page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await bannerOf(marta).count(), 0)

  await sofia.page.getByRole('button', { name: 'More', exact: true }).last().click()
  await sofia.page.getByRole('menuitem', { name: 'Declare a major incident' }).click()
  const dialog = sofia.page.getByRole('dialog')
  await dialog.getByLabel('What is wrong, in a few words').fill(title)
  await dialog.getByLabel('What people should know or do meanwhile').fill('Use your mobile until noon.')
  await picture(sofia.page, 'incident-declare')
  assert.deepEqual(await violations(sofia.page), [])
  await dialog.getByRole('button', { name: 'Declare it' }).click()

  // Nobody has to load anything again. Whoever asked for IT-4921 has it already.
  await bannerOf(marta).getByText('You have it.').waitFor()
  await bannerOf(jorge).waitFor()
  for (const { page } of [marta, jorge]) {
    const tops = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    const [banner, needs] = ['Known problems', 'Needs you'].map((name) => tops.indexOf(name))
    assert.ok(banner === 0 && needs !== 0, tops.join(', '))
  }
  await picture(jorge.page, 'incident-banner-phone')
  assert.deepEqual(await violations(jorge.page), [])
  await bannerOf(jorge)
    .getByRole('button', { name: /I have this too/ })
    .click()
  await bannerOf(jorge).getByText('You and 1 other have it.').waitFor()
  const panel = ana.page.getByText('2 have it')
  await panel.waitFor()
  await panel.scrollIntoViewIfNeeded()
  await picture(ana.page, 'incident-panel-technician')
  assert.deepEqual(await violations(ana.page), [])
  assert.equal(await ana.page.getByRole('button', { name: 'It is over' }).count(), 0, 'who leads it ends it')

  await sofia.page.getByLabel('One update to all of them').fill('The line is up again at four.')
  await picture(sofia.page, 'incident-panel')
  await sofia.page.getByRole('button', { name: 'Tell everybody' }).click()
  await bannerOf(marta).getByText('The line is up again at four.').waitFor()
  await bannerOf(jorge).getByText('The line is up again at four.').waitFor()
  await picture(marta.page, 'incident-banner')
  assert.deepEqual(await violations(marta.page), [])

  await sofia.page.getByRole('button', { name: 'It is over' }).click()
  const ending = sofia.page.getByRole('dialog')
  await ending.getByLabel('What solved it (optional)').fill('The exchange has a new board.')
  await picture(sofia.page, 'incident-end')
  assert.deepEqual(await violations(sofia.page), [])
  await ending.getByRole('button', { name: 'End it' }).click()

  for (const { page, ...one } of [marta, jorge]) {
    await bannerOf({ page, ...one }).waitFor({ state: 'detached' })
    await page.goto('/inbox')
    await page.getByText(`Over: ${title}`).waitFor()
    await page.getByText('The exchange has a new board.').first().waitFor()
  }
  await picture(jorge.page, 'incident-inbox-phone')
  const mail = await openMail(marta.context, 'jorge@harbour.example', new RegExp(`Over: ${title}`))
  await mail.text.getByText('The exchange has a new board.').waitFor()
  await picture(mail.page, 'incident-mail')
  assert.deepEqual(
    people.flatMap(({ complaints }) => complaints),
    [],
  )
  for (const { context } of people) await context.close()
})
