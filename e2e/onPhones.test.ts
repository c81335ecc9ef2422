import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Nothing hangs over the side, and what one taps is large enough for a thumb. */
async function fits(page: Page, name: string) {
  await picture(page, `phones-${name}`)
  // What the edge of the screen cuts is small by the rule's measure; the sizes are looked at below.
  assert.deepEqual(
    (await violations(page)).filter((one) => !one.startsWith('target-size')),
    [],
    name,
  )
  const { isWide, small } = await page.evaluate(() => ({
    isWide: document.documentElement.scrollWidth > window.innerWidth,
    small: [...document.querySelectorAll<HTMLElement>('main button, nav button, nav a')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .map((one) => ({ name: one.ariaLabel ?? one.innerText, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height < 24)
      .map(({ name }) => name),
  }))
  assert.equal(isWide, false, `${name} scrolls sideways`)
  assert.deepEqual(small, [], `too small to tap on ${name}`)
}

test('the main job by two people with phones', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/', { viewport: phone })
  await jorge.page.getByRole('heading', { name: /Jorge\.$/ }).waitFor()
  await fits(jorge.page, 'home')
  await jorge.page.getByRole('link', { name: 'Ask', exact: true }).tap()
  await jorge.page.getByText('Something else').first().waitFor()
  await fits(jorge.page, 'catalogue')
  await jorge.page
    .getByRole('link', { name: /Wi-Fi or network/ })
    .first()
    .tap()
  await jorge.page.getByLabel('What is it about').fill('No signal in the lift')
  await jorge.page.getByLabel('Details').fill('Between the third and the fifth floor.')
  await fits(jorge.page, 'form')
  await jorge.page.getByRole('button', { name: /^Send/ }).tap()
  await jorge.page.waitForURL(/\/r\/IT-\d+/)
  const reference = jorge.page.url().match(/IT-\d+/)?.[0] ?? ''
  await fits(jorge.page, 'request')

  // Ana opens it from her list, takes it and asks.
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-unassigned?sort=-createdAt', {
    viewport: phone,
  })
  const row = ana.page.getByRole('row', { name: new RegExp(reference) })
  await row.waitFor()
  await fits(ana.page, 'list')
  await row.tap()
  await ana.page.getByRole('heading', { name: 'No signal in the lift' }).waitFor()
  await ana.page.getByRole('combobox', { name: /^Assignee: Unassigned/ }).tap()
  await ana.page.getByRole('option', { name: /Ana Ruiz/ }).tap()
  await jorge.page
    .getByText(/Ana Ruiz/)
    .first()
    .waitFor()
  await ana.page.getByRole('textbox', { name: 'Message' }).fill('Which lift is it?')
  await fits(ana.page, 'reply')
  await ana.page.getByRole('button', { name: 'Send', exact: true }).tap()

  // He reads it where he is and answers; she reads that where she is, and resolves.
  await jorge.page.getByText('Which lift is it?').first().waitFor()
  await jorge.page.getByRole('textbox', { name: 'Message' }).fill('The one by the stairs.')
  await fits(jorge.page, 'answer')
  await jorge.page.getByRole('button', { name: /^Send/ }).tap()
  await ana.page.getByText('The one by the stairs.').first().waitFor()
  await ana.page.getByRole('button', { name: 'Send & resolve' }).tap()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByLabel('How it ended').tap()
  await ana.page.getByRole('option').first().tap()
  await dialog.getByLabel('What solved it').fill('A repeater hangs in the shaft now.')
  await fits(ana.page, 'resolve')
  await dialog.getByRole('button', { name: 'Resolve request' }).tap()

  // He reads what solved it, and confirms.
  await jorge.page.getByText('A repeater hangs in the shaft now.').first().waitFor()
  await jorge.page
    .getByRole('button', { name: /It.s solved/ })
    .first()
    .tap()
  await jorge.page
    .getByText(/Closed (today|yesterday)/)
    .first()
    .waitFor()
  await fits(jorge.page, 'closed')

  // The way back is the list.
  await ana.page.getByRole('link', { name: 'Unassigned' }).first().tap()
  await ana.page.getByRole('grid', { name: 'Unassigned' }).waitFor()
  await row.waitFor({ state: 'detached' })
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})
