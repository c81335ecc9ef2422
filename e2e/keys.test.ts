import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, picture, typeAtOnce, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const origin = (url: string) => ({ origin: url, 'x-requested-with': 'deskhand' })

async function ask(page: Page, url: string, summary: string): Promise<string> {
  const answer = await page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary, tags: ['keyed'] },
    headers: origin(url),
  })
  assert.ok(answer.ok(), await answer.text())
  return String((await answer.json()).referenceNumber)
}

test('keys show only what is open, and copy more with each dot', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  const reference = await ask(page, url, 'Keys for the archive')
  await page.goto(`/q/it-all?sel=${reference}`)
  await page.getByRole('textbox', { name: 'Message' }).waitFor()

  // Each dot copies more; another key after it means what it always means.
  const copied = (text: string) =>
    page.waitForFunction(async (wanted) => (await navigator.clipboard.readText()) === wanted, text)
  await page.keyboard.press('.')
  await copied(reference)
  await page.keyboard.press('.')
  await copied(`${reference} Keys for the archive`)
  await page.keyboard.press('.')
  await copied(`${reference} Keys for the archive\n${url}/r/${reference}`)
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: 'Message' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')

  // Only what is open, and everything again.
  const list = page.getByRole('grid', { name: 'All open' })
  await list.waitFor()
  await page.keyboard.press('Control+\\')
  await list.waitFor({ state: 'hidden' })
  await page.getByRole('navigation', { name: 'Sections' }).waitFor({ state: 'hidden' })
  await picture(page, 'focus-mode')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: /^Show everything/ }).click()
  await list.waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('what is typed at once behind the key of the palette stands in it, and nowhere else', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/')
  // On a slow line its code comes later than the letters.
  let letIn = () => {}
  const isLetIn = new Promise<void>((done) => {
    letIn = done
  })
  await page.route('**/assets/Palette-*.js', async (route) => {
    await isLetIn
    await route.continue()
  })
  await page.goto('/q/it-all?sel=IT-4907')
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('On it')
  await message.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('vpn')
  await page.waitForFunction(() => document.querySelector('[data-opening]'))
  letIn()
  const palette = page.getByRole('dialog').getByRole('combobox')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[role="dialog"] [role="combobox"]')?.value === 'vpn',
  )
  assert.equal(await message.inputValue(), 'On it')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })

  // When it is there, it still takes a moment until it has the focus.
  await page.getByRole('grid', { name: 'All open' }).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('printer')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[role="dialog"] [role="combobox"]')?.value === 'printer',
  )
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await message.focus()
  await page.keyboard.type(' now')
  assert.equal(await message.inputValue(), 'On it now')

  // As quick as a scanner: the first key goes to the message, the others stand in it.
  await message.blur()
  await typeAtOnce(page, 'rsoon')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('textarea:focus')?.value === 'On it nowsoon',
  )
  assert.deepEqual(complaints, [])
  await context.close()
})

test('on a narrow screen the walk through a view stands above the request', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/', {
    viewport: { width: 800, height: 900 },
  })
  for (const name of ['one', 'two']) await ask(page, url, `Narrow walk ${name}`)
  await page.goto('/q/custom?f=%22Narrow%20walk%22')
  await page.getByRole('grid').locator('[data-key]').nth(1).waitFor()
  await page.keyboard.press('Shift+P')
  const bar = page.getByRole('region', { name: 'One after the other' })
  await bar.getByText('1 of 2').waitFor()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await picture(page, 'narrow-walk')
  assert.deepEqual(await violations(page), [])
  await bar.getByRole('button', { name: 'Next one' }).click()
  await bar.getByText('2 of 2').waitFor()
  await bar.getByRole('button', { name: 'Stop' }).click()
  await bar.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a page that was left open says when there is a newer one', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'jorge@harbour.example', '/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.route('**/sign-in', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/src="\/assets\/[^"]+\.js"/, 'src="/assets/newer.js"')
    await route.fulfill({ response: answer, body })
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText('A new version is ready. Reload when it suits you.').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.unroute('**/sign-in')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await page.getByText('A new version is ready.').waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
