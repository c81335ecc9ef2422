import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

/** Lets go of a file above this element, or pastes it into it, as a person does with the mouse or ⌘V. */
async function bring(target: Locator, how: 'drop' | 'paste', name: string) {
  await target.evaluate(
    (element, { how, name, png }) => {
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type: 'image/png' }))
      const usual = { bubbles: true, cancelable: true }
      if (how === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...usual, clipboardData: data }))
      } else {
        for (const kind of ['dragover', 'drop'])
          element.dispatchEvent(new DragEvent(kind, { ...usual, dataTransfer: data }))
      }
    },
    { how, name, png },
  )
}

/** Keeps what this page uploads on its way until it is let go, so that one sees what is said meanwhile. */
async function holdUploads(page: Page) {
  let letGo = () => {}
  const released = new Promise<void>((done) => {
    letGo = done
  })
  await page.route('**/attachments**', async (route) => {
    if (route.request().method() === 'POST') await released
    await route.continue()
  })
  return letGo
}

test('an employee drops one file and pastes another, sees them on their way, and finds both on the request', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'jorge@harbour.example', '/ask/other')
  await page.getByRole('radio', { name: /IT support/ }).check()
  await page.getByLabel('What is it about').fill('The printer draws lines')
  const picker = page.getByRole('group', { name: 'Pictures and files' })
  await bring(picker, 'drop', 'lines.png')
  await picker.getByText('lines.png').waitFor()
  // A screenshot from the clipboard is always called image.png; it gets a name of its own.
  await bring(picker, 'paste', 'image.png')
  await picker.getByText(/^Screenshot .+\.png$/).waitFor()
  assert.deepEqual(await violations(page), [])

  const letGo = await holdUploads(page)
  await page.getByRole('button', { name: /^Send/ }).click()
  const bars = page.getByRole('progressbar')
  await bars.nth(1).waitFor()
  assert.deepEqual(await violations(page), [])
  await picture(page, 'files-on-their-way')
  letGo()
  await page.waitForURL(/\/r\/IT-\d+/)
  await page.getByText('lines.png').first().waitFor()
  await page
    .getByText(/Screenshot .+\.png/)
    .first()
    .waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('what did not arrive says so and is tried again', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'jorge@harbour.example', '/ask/other')
  await page.getByRole('radio', { name: /IT support/ }).check()
  await page.getByLabel('What is it about').fill('The scanner bites')
  await bring(page.getByRole('group', { name: 'Pictures and files' }), 'drop', 'bite.png')
  await page.route('**/attachments**', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.getByRole('alert').filter({ hasText: 'did' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Try bite.png again' }).click()
  await page.waitForURL(/\/r\/IT-\d+/)
  await page.getByText('bite.png').first().waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a technician pastes a screenshot into a reply; who asked sees it', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const asked = await jorge.context.request.post(`${url}/api/v1/requests`, {
    headers: { origin: url, 'x-requested-with': 'deskhand' },
    data: { serviceDeskCode: 'IT', summary: 'Where is the scan button' },
  })
  const { referenceNumber } = await asked.json()
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  await jorge.page.goto(`/r/${referenceNumber}`)
  const field = ana.page.getByRole('textbox', { name: 'Message' })
  await field.fill('It is the green one.')
  const letGo = await holdUploads(ana.page)
  await bring(field, 'paste', 'green-button.png')
  await ana.page.getByRole('progressbar').waitFor()
  await ana.page.locator('button[aria-description="A file is still on its way."]').first().waitFor()
  letGo()
  await ana.page.getByRole('progressbar').waitFor({ state: 'detached' })
  await ana.page.getByRole('button', { name: 'Send', exact: true }).click()
  await jorge.page.getByText('It is the green one.').waitFor()
  await jorge.page.getByText('green-button.png').first().waitFor()
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})

test('words typed at home go on to the form, and a file let go beside its field is kept in it', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'jorge@harbour.example', '/')
  const typed = 'My computer screen flickers'
  const field = page.getByRole('combobox', { name: /What do you need/ })
  const kind = 'My computer has a problem'
  const summary = page.getByLabel('What is it about')
  await field.fill(typed)
  await page.getByRole('option', { name: kind }).click()
  const heading = page.getByRole('heading', { name: kind })
  await heading.waitFor()
  await summary.waitFor()
  assert.equal(await summary.inputValue(), typed)
  await bring(heading, 'drop', 'flicker.png')
  await page.getByRole('button', { name: /^Remove flicker\.png/ }).waitFor()

  await page.goto('/')
  await field.fill(typed)
  await page.getByRole('option', { name: kind }).waitFor()
  await field.press('Enter')
  await page.waitForURL(/\/ask\/other\?summary=/)
  await summary.waitFor()
  assert.equal(await summary.inputValue(), typed)
  await page.getByRole('radio', { name: /IT support/ }).check()
  await page.getByRole('button', { name: /^Send/ }).click()
  await page.waitForURL(/\/r\/IT-\d+/)
  const sent = page.getByRole('status').filter({ hasText: /^Sent\. / })
  await sent.waitFor()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await sent.waitFor({ state: 'detached' })
  await page
    .getByText(/You took it back/)
    .first()
    .waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
