import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const both = 'The bench keyboard'

test('a technician takes, rates, answers, notes and resolves, and goes on to the next, without a mouse', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  for (const summary of [`${both} skips an e`, `${both} doubles an e`]) {
    const answer = await jorge.context.request.post(`${url}/api/v1/requests`, {
      headers: { origin: url, 'x-requested-with': 'deskhand' },
      data: { serviceDeskCode: 'IT', summary },
    })
    assert.ok(answer.ok(), await answer.text())
  }
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/')
  // Whatever would be pressed by a pointer fails the test.
  await page.evaluate(() => {
    const refuse = () => {
      throw new Error('Uncaught: a mouse was used')
    }
    window.addEventListener('pointerdown', refuse, true)
  })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const rows = page.getByRole('grid').locator('[data-key]')
  const focused = (name: string) => page.locator('textarea:focus').and(page.getByRole('textbox', { name }))

  // The queue, and in it what is about keyboards.
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press('Escape', 'g', 'q')
  await page.waitForURL(/\/q\/todo/)
  await page.getByRole('grid').waitFor()
  await press('/')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(`"${both}"`)
  await press('Enter')
  await rows.nth(1).getByText(both).waitFor()
  await rows.nth(2).waitFor({ state: 'detached' })

  // One after the other: the first is opened, taken and rated.
  await press('Escape', 'Shift+P')
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(both) })
  await heading.waitFor()
  const first = (await heading.textContent()) ?? ''
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await press('i')
  await page.getByRole('combobox', { name: /^Assignee: Ana Ruiz/ }).waitFor()
  await press('p')
  await page.getByRole('option', { name: 'High' }).waitFor()
  await page.locator('[role=option][data-combobox-selected]').waitFor()
  await press('ArrowUp', 'Enter')
  await page.getByRole('combobox', { name: /^Priority: High/ }).waitFor()

  // An answer, and a note for the team.
  await press('r')
  await focused('Message').waitFor()
  await page.keyboard.type('Which e is it, the small one?')
  await press('Control+Enter')
  await page.getByRole('log').getByText('Which e is it, the small one?').waitFor()
  await press('Escape', 'n')
  await focused('Note').waitFor()
  await page.keyboard.type('Third one of this make.')
  await press('Control+Enter')
  await page.getByRole('log').getByText('Third one of this make.').waitFor()
  assert.deepEqual(await violations(page), [])

  // Solved, with how it ended and in words.
  await press('Escape', 'y')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How it ended').and(page.locator(':focus')).waitFor()
  await press('ArrowDown')
  await page.getByRole('option', { name: 'Fixed' }).waitFor()
  await press('ArrowDown', 'Enter', 'Tab')
  await dialog.getByLabel('What solved it').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('A crumb left the keyboard.')
  await picture(page, 'by-keyboard-resolve')
  assert.deepEqual(await violations(page), [])
  const resolve = dialog.getByRole('button', { name: 'Resolve request' })
  for (let tabs = 0; tabs < 5 && !(await resolve.evaluate((one) => one.matches(':focus'))); tabs += 1)
    await press('Tab')
  await resolve.and(page.locator(':focus')).waitFor()
  // Or at once, from the text in which Enter alone is a new line.
  await dialog.getByLabel('What solved it').focus()
  await press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('log').getByText('A crumb left the keyboard.').waitFor()

  // And on to the next one.
  await press('Shift+P')
  await heading.filter({ hasNotText: first }).waitFor()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
  await jorge.context.close()
})

test('a full bell is called what it shows, and a browser that refuses to copy is no error', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'ana@harbour.example', '/inbox')
  await page.route('**/api/v1/**/unread-count', (route) => route.fulfill({ json: { count: 101 } }))
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'))
  })
  await page.goto('/q/it-all?sel=IT-4921')
  await page.getByRole('link', { name: 'Inbox, 99+ unread' }).getByText('99+').waitFor()
  await page.getByRole('button', { name: /Copy IT-4921/ }).click()
  await page.getByText(/^Not copied/).waitFor()
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(complaints, [])
  await context.close()
})
