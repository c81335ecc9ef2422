import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('whoever asks puts a pin by hand or by the keyboard, and the desk sees it on the plan', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/ask')
  const { page } = marta
  await page
    .getByRole('link', { name: /^Something is broken/ })
    .first()
    .click()
  const floor = page.getByRole('combobox', { name: 'On the plan: Which floor' })
  await floor.selectOption({ label: 'Madrid, Floor 2' })
  const plan = page.getByRole('img', { name: 'Floor plan: Madrid, Floor 2' })
  await plan.waitFor()
  await page.getByRole('button', { name: 'Put a pin in the middle' }).click()
  const pin = page.getByRole('button', { name: /^Pin, / })
  await page.getByRole('button', { name: 'Pin, 50 % from the left, 50 % from the top' }).waitFor()
  await pin.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowUp'])
    await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Pin, 51 % from the left, 40 % from the top' }).waitFor()
  await picture(page, 'pin-ask')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Take the pin away' }).click()
  await pin.waitFor({ state: 'detached' })
  const box = await plan.boundingBox()
  assert.ok(box)
  await plan.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
  await page.getByRole('button', { name: 'Pin, 25 % from the left, 75 % from the top' }).waitFor()
  // Dragged by the mouse.
  const held = await pin.boundingBox()
  assert.ok(held)
  await page.mouse.move(held.x + held.width / 2, held.y + held.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.3, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Pin, 60 % from the left, 30 % from the top' }).waitFor()

  await page.getByLabel('What is it about').fill('The door to the yard does not close')
  await page.getByRole('textbox', { name: 'Where exactly' }).fill('Door to the yard')
  await page
    .getByRole('radiogroup', { name: /Can somebody get hurt/ })
    .getByLabel('No')
    .check()
  const sent = page.waitForResponse(
    (one) => one.request().method() === 'POST' && one.url().endsWith('/api/v1/requests'),
  )
  await page.getByRole('button', { name: /^Send/ }).click()
  const { referenceNumber } = await (await sent).json()

  const omar = await windowOf(url, 'omar@harbour.example', `/r/${referenceNumber}`)
  await omar.page
    .getByRole('link', { name: /Open the plan: Madrid, Floor 2, Pin, 60 % from the left, 30 %/ })
    .waitFor()
  await omar.page.getByRole('img', { name: 'Floor plan: Madrid, Floor 2' }).waitFor()
  await picture(omar.page, 'pin-desk')
  assert.deepEqual(await violations(omar.page), [])

  const small = await windowOf(url, 'marta@harbour.example', '/ask', { viewport: phone })
  await small.page
    .getByRole('link', { name: /^Something is broken/ })
    .first()
    .click()
  await small.page
    .getByRole('combobox', { name: 'On the plan: Which floor' })
    .selectOption({ label: 'Madrid, Floor 2' })
  const touched = small.page.getByRole('img', { name: 'Floor plan: Madrid, Floor 2' })
  await touched.scrollIntoViewIfNeeded()
  const room = await touched.boundingBox()
  assert.ok(room)
  await touched.tap({ position: { x: room.width / 2, y: room.height / 2 } })
  await small.page.getByRole('button', { name: /^Pin, 50 %/ }).waitFor()
  await picture(small.page, 'pin-phone')
  assert.deepEqual([...marta.complaints, ...omar.complaints, ...small.complaints], [])
  for (const { context } of [marta, omar, small]) await context.close()
})

test('an admin adds the plan of a floor and takes it away again', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/company/floor-plans')
  const { page } = elena
  await page.getByRole('heading', { name: 'Madrid, Floor 2' }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Add floor plan' }).click()
  const form = page.getByRole('dialog', { name: 'Add floor plan' })
  await form.getByLabel('Site').selectOption({ label: 'Porto' })
  await form.getByLabel('Name').fill('Attic')
  // One dot is a picture, too.
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'attic.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
  assert.deepEqual(await violations(page), [])
  await form.getByRole('button', { name: 'Save floor plan' }).click()
  await page.getByRole('heading', { name: 'Porto, Attic', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Take away Porto, Attic' }).click()
  const asks = page.getByRole('dialog', { name: 'Take “Porto, Attic” away?' })
  await asks.getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('heading', { name: 'Porto, Attic', exact: true }).waitFor({ state: 'detached' })
  await picture(page, 'floor-plans')
  assert.deepEqual(elena.complaints, [])
  await elena.context.close()
})
