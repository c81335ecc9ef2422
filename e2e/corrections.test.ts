import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** A call of the API as whoever has the page. */
const send = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([where, text]) => {
      const answer = await fetch(`/api/v1${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'deskhand' },
        body: text,
      })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as { id: string; referenceNumber: string }
    },
    [path, JSON.stringify(body)] as const,
  )

async function inBothLights(page: Page) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual(await violations(page), [])
  }
}

test('an admin proposes a correction, who leads the desk confirms it, and both stand in the timeline', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests', { viewport: phone })
  const summary = 'The scanner forgets its address'
  const { id, referenceNumber } = await send(jorge.page, '/requests', { serviceDeskCode: 'IT', summary })
  const ana = await windowOf(url, 'ana@harbour.example', '/tasks')
  await send(ana.page, `/requests/${id}/transitions`, { to: 'IN_PROGRESS' })
  const done = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'It has a fixed one now.' }
  await send(ana.page, `/requests/${id}/transitions`, done)
  await send(jorge.page, `/requests/${id}/close`, {})

  const elena = await windowOf(url, 'elena@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  const { page } = elena
  await page.getByRole('button', { name: /More/ }).first().click()
  await page.getByRole('menuitem', { name: 'Propose a correction…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'Rejected' }).click()
  await dialog.getByRole('textbox', { name: 'Why', exact: true }).fill('The supplier never fixed it.')
  await dialog.getByRole('button', { name: 'Propose correction' }).click()
  await dialog.getByText('Say why it was turned down.').first().waitFor()
  await dialog.getByRole('textbox', { name: 'Why it was turned down' }).fill('The supplier cannot do it.')
  await picture(page, 'corrections-dialog')
  await inBothLights(page)
  await dialog.getByRole('button', { name: 'Propose correction' }).click()
  await page.getByText(`The correction of ${referenceNumber} waits for a second person.`).waitFor()
  await page.getByRole('button', { name: `Take back the correction of ${referenceNumber}` }).waitFor()
  assert.equal(await page.getByRole('button', { name: /^Confirm the correction/ }).isVisible(), false)
  await picture(page, 'corrections-panel')
  await inBothLights(page)

  const sofia = await windowOf(url, 'sofia@harbour.example', '/', { viewport: phone })
  const row = sofia.page.getByRole('listitem').filter({ hasText: summary })
  const confirm = row.getByRole('button', { name: `Confirm the correction of ${referenceNumber}` })
  await confirm.waitFor()
  await picture(sofia.page, 'corrections-home')
  await inBothLights(sofia.page)
  await sofia.page.goto('/company/corrections')
  const listed = sofia.page.getByRole('listitem').filter({ hasText: summary })
  await listed.getByText('Rejected').waitFor()
  await picture(sofia.page, 'corrections-page')
  await inBothLights(sofia.page)
  await listed.getByRole('button', { name: `Confirm the correction of ${referenceNumber}` }).click()
  await listed.waitFor({ state: 'detached' })

  const told = /Sofía Prieto confirmed a correction of .* by Elena Duarte: The supplier never fixed it/
  await page.getByText(told).first().waitFor()
  await page.getByText(/confirmed by Sofía Prieto/).waitFor()
  await jorge.page.goto(`/r/${referenceNumber}`)
  await jorge.page.getByText(told).first().waitFor()
  await picture(jorge.page, 'corrections-portal')
  assert.deepEqual(await violations(jorge.page), [])
  const everybody = [jorge, ana, elena, sofia]
  assert.deepEqual(
    everybody.flatMap(({ complaints }) => complaints),
    [],
  )
  await Promise.all(everybody.map(({ context }) => context.close()))
})
