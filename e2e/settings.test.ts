import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** The field has the focus and stands in the window, where its message can be read. */
async function isShown(page: Page, field: string) {
  const focused = page.locator('[aria-invalid=true]:focus')
  await focused.waitFor()
  assert.equal(await page.getByLabel(field, { exact: true }).evaluate((one) => one.matches(':focus')), true)
  const box = await focused.boundingBox()
  const height = page.viewportSize()?.height ?? 0
  assert.ok(box && box.y >= 0 && box.y + box.height <= height, 'The field is out of sight.')
}

test('a form goes to what is wrong with it, said here or by the server', async () => {
  const { url } = await openHouse()
  for (const viewport of [undefined, phone]) {
    const look = viewport ? { viewport } : {}
    const { context, page, complaints } = await windowOf(
      url,
      'elena@harbour.example',
      '/company/calendars?calendar=new',
      look,
    )
    const size = viewport ? 'phone' : 'desk'
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Night shift')
    await page.getByLabel('Monday').fill('25-26')
    await page.getByRole('button', { name: 'Save calendar' }).click()
    await isShown(page, 'Monday')
    await picture(page, `${size}-fault-calendar`)
    assert.deepEqual(await violations(page), [])
    await page.getByLabel('Monday').fill('9-17')

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('')
    await page.getByRole('button', { name: 'Save calendar' }).click()
    await page.locator('[aria-invalid=true]:focus').waitFor()

    await page.goto('/company/approvals/new')
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.locator('[aria-invalid=true]:focus').waitFor()
    assert.deepEqual(complaints, [])
    await context.close()
  }
})

test('an admin says how requests end: a new end gets its code by itself, and one without words is not kept', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'elena@harbour.example', '/company/codes')
  const list = page.getByRole('list', { name: 'How requests end' })
  await list.getByRole('textbox', { name: 'What people read for FIXED' }).waitFor()
  await page.getByRole('button', { name: 'Add one' }).click()
  await page.getByRole('button', { name: 'Save codes' }).click()
  await isShown(page, 'What people read')
  await page.getByRole('textbox', { name: 'What people read', exact: true }).fill('Señal sent')
  await list.getByText('SENAL_SENT').waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'codes')
  await page.getByRole('button', { name: 'Save codes' }).click()
  await page.getByText('The codes are saved.').waitFor()
  await page.reload()
  const kept = list.getByRole('textbox', { name: 'What people read for SENAL_SENT' })
  assert.equal(await kept.inputValue(), 'Señal sent')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('an admin keeps cost centres and exchange rates', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await windowOf(url, 'elena@harbour.example', '/company/cost-centers')
  await page.getByRole('button', { name: 'Add cost centre' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code').fill('q-900')
  await dialog.getByRole('button', { name: 'Save cost centre' }).click()
  await dialog.locator('[aria-invalid=true]:focus').waitFor()
  await dialog.getByLabel('Name').fill('Quay repairs')
  await picture(page, 'cost-center-dialog')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Save cost centre' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Q-900 Quay repairs' })
  await row.getByText('nobody owns it').waitFor()
  await row.getByRole('button', { name: 'Change Quay repairs' }).click()
  await dialog.getByRole('switch', { name: 'In use' }).click()
  await dialog.getByRole('button', { name: 'Save cost centre' }).click()
  await row.getByText('Not in use').waitFor()

  await page.goto('/company/exchange-rates')
  await page.getByRole('button', { name: 'Add currency' }).click()
  await page.getByLabel('Currency', { exact: true }).last().fill('sek')
  await page.getByLabel('Rate of SEK').fill('much')
  await page.getByRole('button', { name: 'Save rates' }).click()
  await isShown(page, 'Rate of SEK')
  await picture(page, 'exchange-rates-fault')
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Rate of SEK').fill('0,0871')
  await page.getByRole('button', { name: 'Save rates' }).click()
  await page.getByText('The rates are saved.').waitFor()
  await page.reload()
  await page.getByLabel('Rate of SEK').waitFor()
  assert.equal(await page.getByLabel('Rate of SEK').inputValue(), '0.0871')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('who works at a desk begins with its queue, and still has a home', async () => {
  const { url } = await openHouse()
  const { context, page, complaints } = await openWindow(url)
  await page.goto('/sign-in?email=ana@harbour.example')
  await page.getByLabel('Password', { exact: true }).fill('demo-demo-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/q/todo')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await page.getByRole('heading', { name: /Ana\.$/ }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: /Ana\.$/ }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
