import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

test('an admin invites somebody, changes their role and blocks them; the log has all of it', async () => {
  const { url } = await openHouse()
  const elena = await windowOf(url, 'elena@harbour.example', '/people')
  const { page } = elena
  await page.getByRole('button', { name: 'Invite someone' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First name').fill('Noa')
  await dialog.getByLabel('Last name').fill('Ferrer')
  await dialog.getByLabel('Work e-mail').fill('noa.ferrer@harbour.example')
  assert.deepEqual(await violations(page), [])
  const send = dialog.getByRole('button', { name: 'Send invitation' })
  const place = await send.boundingBox()
  assert.ok(place && place.y + place.height < 900, 'the button of a long dialog is in view')
  await send.click()
  await page.getByText('Noa Ferrer is invited.').waitFor()

  // She joins in a browser of her own.
  const noa = await openWindow(url)
  const mail = await openMail(noa.context, 'noa.ferrer@harbour.example', /Harbour & Pine/)
  const join = await followButton(mail, /Join|Accept/)
  await join.getByRole('heading', { name: 'Join Harbour & Pine' }).waitFor()
  assert.deepEqual(await violations(join), [])
  await join.getByLabel('New password').fill('eleven green bottles here')
  await join.getByRole('button', { name: 'Join Harbour & Pine' }).click()
  await join.getByRole('heading', { name: /Noa\.$/ }).waitFor()

  // She becomes a technician, and has the queue without signing in again.
  await page.getByLabel('Find by name, address, job or place').fill('Noa Ferrer')
  await page.getByRole('row', { name: /Noa Ferrer/ }).click()
  await page.getByRole('heading', { name: 'Noa Ferrer' }).waitFor()
  await page.getByRole('radiogroup', { name: 'IT support' }).getByText('Technician').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The roles of Noa Ferrer are changed.').waitFor()
  assert.deepEqual(await violations(page), [])
  await join.goto('/q/it-all')
  await join.getByRole('grid', { name: 'All open' }).waitFor()

  // Blocked, she is out at once and stays out.
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await page.getByText('Noa Ferrer is blocked and signed out.').waitFor()
  await join.waitForURL(/\/sign-in/)
  await join.goto('/sign-in?email=noa.ferrer@harbour.example')
  await join.getByLabel('Password', { exact: true }).fill('eleven green bottles here')
  await join.getByRole('button', { name: 'Sign in', exact: true }).click()
  await join.locator('[aria-invalid=true]').waitFor()

  // The log says what changed, field by field.
  await page.goto('/audit?kind=person')
  const deed = page.getByRole('row', { name: /Noa Ferrer.*role|role.*Noa Ferrer/i }).first()
  await deed.click()
  await page.getByRole('heading', { name: 'What changed' }).waitFor()
  await page
    .getByText(/technician of IT support/i)
    .first()
    .waitFor()
  assert.deepEqual(await violations(page), [])
  assert.deepEqual([...elena.complaints, ...noa.complaints], [])
  await noa.context.close()
  await elena.context.close()
})

test('of a confidential request the log says nothing', async () => {
  const { url } = await openHouse()
  const nuria = await windowOf(url, 'nuria@harbour.example', '/q/hr-confidential')
  const row = nuria.page
    .getByRole('grid', { name: 'Confidential' })
    .getByRole('row', { name: /HR-\d+/ })
    .first()
  await row.waitFor()
  const tag = (await row.innerText()).match(/HR-\d+/)?.[0] ?? ''
  assert.match(tag, /^HR-\d+$/)
  await row.click()
  // The key is heard once the request stands beside the list.
  await nuria.page.getByRole('combobox', { name: /^Assignee: / }).waitFor()
  await nuria.page.keyboard.press('i')
  await nuria.page.getByRole('combobox', { name: /^Assignee: Nuria/ }).waitFor()

  const elena = await windowOf(url, 'elena@harbour.example', '/audit')
  const { page } = elena
  await page.getByRole('button', { name: /Tag/ }).click()
  await page.getByLabel('Tag of a request, such as IT-4921').fill(tag)
  await page.getByRole('button', { name: 'Show this request' }).click()
  await page.getByText('Nothing matches.').waitFor()
  await page.getByText('Confidential requests are never here').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.goto(`/r/${tag}`)
  await page.getByText('There is no such request.').first().waitFor()
  assert.deepEqual([...elena.complaints, ...nuria.complaints], [])
  await nuria.context.close()
  await elena.context.close()
})
