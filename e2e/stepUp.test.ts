import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, openWindow, phone, picture, signIn, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

/** Elena, who signed in a while ago, on the page of this person. */
async function elenaAt(email: string, look: Parameters<typeof openWindow>[1] = {}) {
  const { url, database } = await openHouse()
  const opened = await openWindow(url, look)
  await signIn(opened.context, url, 'elena@harbour.example')
  // Before the first page, so that no process remembers the session as it was.
  await database.pools.auth.query(`update auth.sessions set proved_at = now() - interval '16 minutes'`)
  const { rows } = await database.pools.platform.query<{ id: string; name: string }>(
    'select id, name from app.people where email = $1',
    [email],
  )
  const [person] = rows
  assert.ok(person)
  await opened.page.goto(`/people/${person.id}`)
  await opened.page.getByRole('heading', { name: person.name }).waitFor()
  return { ...opened, name: person.name }
}

test('before somebody is blocked, an admin who signed in a while ago shows that it is still her', async () => {
  const looks = [
    { at: 'desk', whom: 'marta@harbour.example', look: {} },
    { at: 'phone', whom: 'jorge@harbour.example', look: { viewport: phone, scheme: 'dark' } as const },
  ]
  for (const { at, whom, look } of looks) {
    const { context, page, complaints, name } = await elenaAt(whom, look)
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Is it still you?' })
    await dialog.getByLabel('Your password').fill('not this one, surely')
    await picture(page, `${at}-proof`)
    assert.deepEqual(await violations(page), [])
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.locator('[aria-invalid=true]').waitFor()
    await picture(page, `${at}-proof-wrong`)
    await dialog.getByLabel('Your password').fill('demo-demo-demo')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await page.getByText(`${name} is blocked and signed out.`).waitFor()
    await dialog.waitFor({ state: 'detached' })

    // The proof holds: the next deed needs none.
    await page.getByRole('button', { name: 'Unblock', exact: true }).click()
    await page.getByText(`${name} can sign in again.`).waitFor()
    assert.equal(await dialog.count(), 0)
    assert.deepEqual(complaints, [])
    await context.close()
  }
})

test('turned down, everything stays as it was; a code by mail does as well as a password', async () => {
  const { context, page, complaints, name } = await elenaAt('luis@harbour.example')
  const block = page.getByRole('button', { name: 'Block', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' })
  await block.click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await block.click()
  await dialog.getByRole('button', { name: 'Mail me a code instead' }).click()
  await dialog.getByRole('button', { name: 'Mail the code' }).click()
  const field = dialog.getByLabel('Code from the mail')
  await field.waitFor()
  const mail = await openMail(context, 'elena@harbour.example', /Sign in to/)
  const code = await mail.text.getByText(/^\d{6}$/).textContent()
  await mail.page.close()
  await field.fill(code ?? '')
  await picture(page, 'desk-proof-code')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await page.getByText(`${name} is blocked and signed out.`).waitFor()
  // Others sign in as them in this house.
  await page.getByRole('button', { name: 'Unblock', exact: true }).click()
  await page.getByText(`${name} can sign in again.`).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
