import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const origin = (url: string) => ({ origin: url, 'x-requested-with': 'deskhand' })

async function ask(page: Page, url: string, summary: string): Promise<string> {
  const answer = await page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary, tags: ['walked'] },
    headers: origin(url),
  })
  return String((await answer.json()).referenceNumber)
}

test('a view is worked one after the other; what a colleague has open is left out', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', '/')
  const { page } = ana
  for (const name of ['one', 'two', 'three']) await ask(page, url, `Walk ${name}`)
  await page.goto('/q/custom?f=tag%3Awalked')
  // Headings of groups are rows as well.
  const rows = page.getByRole('grid').locator('[data-key]')
  await rows.nth(2).waitFor()
  const order = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-key')))

  // Luis is at the second.
  const luis = await windowOf(url, 'luis@harbour.example', `/q/custom?f=tag%3Awalked&sel=${order[1]}`)
  await luis.page.getByRole('textbox', { name: 'Message' }).waitFor()
  await rows.nth(1).getByText('Luis Mora is looking at this').waitFor({ state: 'attached' })

  await page.keyboard.press('Shift+P')
  const bar = page.getByRole('region', { name: 'One after the other' })
  await bar.getByText('1 of 3').waitFor()
  await page.waitForURL(new RegExp(`sel=${order[0]}`))
  await page.keyboard.press('Shift+P')
  await bar.getByText('3 of 3').waitFor()
  await bar.getByText(/one is open elsewhere/).waitFor()
  await page.waitForURL(new RegExp(`sel=${order[2]}`))
  await picture(page, 'one-after-the-other')
  assert.deepEqual(await violations(page), [])
  await bar.getByRole('button', { name: 'Next one' }).click()
  await page.getByText('That was the last of 3.').first().waitFor()
  await bar.waitFor({ state: 'detached' })
  assert.deepEqual([...ana.complaints, ...luis.complaints], [])
  await ana.context.close()
  await luis.context.close()
})

test('in a table many are picked by keys and changed beside it; on a board a box picks', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'ana@harbour.example', '/')
  for (const name of ['one', 'two', 'three']) {
    await page.request.post(`${url}/api/v1/requests`, {
      data: { serviceDeskCode: 'IT', summary: `Tabled ${name}`, tags: ['tabled'] },
      headers: origin(url),
    })
  }
  await page.goto('/q/custom?f=tag%3Atabled&layout=table')
  await page.getByRole('row', { name: /Tabled three/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('One picked').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await page.getByText('3 picked').waitFor()
  await picture(page, 'table-picked')
  assert.deepEqual(await violations(page), [])
  await page
    .getByRole('region', { name: 'Picked requests' })
    .getByRole('button', { name: 'Change', exact: true })
    .click()
  const drawer = page.getByRole('dialog', { name: 'Picked requests' })
  await drawer.getByLabel('Status').first().click()
  await page.getByRole('option', { name: 'In review' }).click()
  await drawer.getByRole('button', { name: 'Preview' }).click()
  await drawer.getByText('3 will change').waitFor()
  await picture(page, 'table-picked-change')
  assert.deepEqual(await violations(page), [])
  await drawer.getByRole('button', { name: 'Change 3 requests' }).click()
  await drawer.getByText('3 requests were changed').waitFor()
  await drawer.getByRole('button', { name: 'Done' }).click()

  await page.goto('/q/custom?f=tag%3Atabled&layout=board')
  await page
    .getByLabel(/^Pick IT-/)
    .first()
    .check()
  await page.getByText('One picked').waitFor()
  await picture(page, 'board-picked')
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('the line of filters offers fields, values and people', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'ana@harbour.example', '/q/it-all')
  const box = page.getByRole('combobox', { name: 'Filters as text' })
  await page.getByRole('grid', { name: 'All open' }).waitFor()
  await page.keyboard.press('/')
  assert.equal(await box.inputValue(), 'desk:IT is:open')
  await box.fill('')
  await box.pressSequentially('assi')
  await page.getByRole('option', { name: /^assignee/ }).waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  await box.pressSequentially('lui')
  await page.getByRole('option', { name: /^Luis Mora/ }).waitFor()
  await picture(page, 'query-people')
  assert.deepEqual(await violations(page), [])
  await box.press('ArrowDown')
  await box.press('Tab')
  assert.match(await box.inputValue(), /^assignee:"Luis [^"]+" $/)
  await box.press('Enter')
  await page.waitForURL(/Luis/)
  assert.deepEqual(complaints, [])
  await context.close()
})
