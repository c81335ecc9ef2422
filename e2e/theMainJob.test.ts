import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

test('an employee asks, a technician resolves, and both see it happen without a reload', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/ask')
  // The newest on top, so that it is on screen however many wait.
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-unassigned?sort=-createdAt')
  await ana.page.getByRole('grid', { name: 'Unassigned' }).waitFor()

  // Jorge picks from the catalogue, attaches a screenshot, and sends.
  await jorge.page
    .getByRole('link', { name: /Wi-Fi or network/ })
    .first()
    .click()
  await jorge.page.getByLabel('What is it about').fill('Wi-Fi fails in the studio')
  await jorge.page.getByLabel('Details').fill('Since nine it drops every few minutes.')
  await jorge.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'wifi.png', mimeType: 'image/png', buffer: png })
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await jorge.page.waitForURL(/\/r\/IT-\d+/)
  const reference = jorge.page.url().match(/IT-\d+/)?.[0] ?? ''
  await jorge.page.getByText('wifi.png').first().waitFor()

  // It reaches Ana's open list by itself; new arrivals wait behind the pill so that nothing moves.
  const pill = ana.page.getByRole('button', { name: /\d new/ })
  await pill.waitFor()
  await pill.click()
  // The list moves up where the pill was; what is pressed meanwhile is another row.
  await pill.waitFor({ state: 'detached' })
  const opened = ana.page.getByRole('heading', { name: 'Wi-Fi fails in the studio' })
  for (let tries = 1; tries <= 3 && !(await opened.isVisible()); tries += 1) {
    await ana.page.getByRole('row', { name: new RegExp(reference) }).click()
    await opened.waitFor({ timeout: 5_000 }).catch(() => undefined)
  }
  await opened.waitFor()

  // She takes it by a key; Jorge reads who has it.
  await ana.page.keyboard.press('i')
  await jorge.page
    .getByText(/Ana Ruiz/)
    .first()
    .waitFor()

  // A note for the team never reaches him, a reply does.
  await ana.page.keyboard.press('n')
  await ana.page.getByRole('textbox', { name: 'Note' }).fill('Access point 3 again, tell nobody')
  await ana.page.keyboard.press('Control+Enter')
  await ana.page.getByText('Access point 3 again, tell nobody').waitFor()
  await ana.page.getByRole('button', { name: 'Reply' }).click()
  await ana.page
    .getByRole('textbox', { name: 'Message' })
    .fill('We restart the access point at ten. Is that fine?')
  await ana.page.keyboard.press('Control+Enter')
  await jorge.page.getByText('We restart the access point at ten. Is that fine?').waitFor()
  assert.equal(await jorge.page.getByText('Access point 3 again').count(), 0)

  // He answers; she resolves with what the move requires.
  await jorge.page.getByRole('textbox', { name: 'Message' }).fill('Yes, thank you.')
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await ana.page.getByText('Yes, thank you.').first().waitFor()
  await ana.page.getByRole('button', { name: 'Send & resolve' }).click()
  const dialog = ana.page.getByRole('dialog')
  await dialog.getByLabel('How it ended').click()
  await ana.page.getByRole('option').first().click()
  await dialog.getByLabel('What solved it').fill('The access point was restarted and updated.')
  await dialog.getByRole('button', { name: 'Resolve request' }).click()
  await jorge.page.getByText('The access point was restarted and updated.').first().waitFor()

  // He confirms, and it is closed for both.
  await jorge.page
    .getByRole('button', { name: /It.s solved/ })
    .first()
    .click()
  await jorge.page
    .getByText(/Closed (today|yesterday)/)
    .first()
    .waitFor()
  await ana.page.getByText('Jorge Vidal confirmed and closed this').waitFor()

  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})
