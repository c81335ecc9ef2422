import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { openHouseWithClock } from './house.ts'
import { openMail } from './mailbox.ts'

after(closeBrowser)

/** A call of the API as whoever has the window. */
async function post<Reply>(context: BrowserContext, url: string, path: string, data: object): Promise<Reply> {
  const [page] = context.pages()
  assert.ok(page)
  return page.evaluate(
    async ([address, body]) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as never
    },
    [`${url}/api/v1${path}`, JSON.stringify(data)] as const,
  )
}

test('a desk says how long a rejection can be contested, and whoever asked reads it and does', async () => {
  const { url, stop } = await openHouseWithClock()
  try {
    const elena = await windowOf(url, 'elena@harbour.example', '/company/desks')
    await elena.page.getByRole('button', { name: 'Change IT support' }).click()
    const dialog = elena.page.getByRole('dialog')
    const days = dialog.getByLabel('Days to contest a rejection')
    await days.fill('3')
    await picture(elena.page, 'desk-periods')
    for (const colorScheme of ['dark', 'light'] as const) {
      await elena.page.emulateMedia({ colorScheme })
      assert.deepEqual(await violations(elena.page), [])
    }
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await elena.page.getByText('IT support is saved.').waitFor()

    const jorge = await windowOf(url, 'jorge@harbour.example', '/requests', { viewport: phone })
    const { id, referenceNumber } = await post<{ id: string; referenceNumber: string }>(
      jorge.context,
      url,
      '/requests',
      { serviceDeskCode: 'IT', summary: 'A second screen for the archive' },
    )
    const sofia = await windowOf(url, 'sofia@harbour.example', '/home')
    const { appealUntil } = await post<{ appealUntil: string }>(
      sofia.context,
      url,
      `/requests/${id}/transitions`,
      { to: 'REJECTED', reason: 'Not this year.' },
    )
    const left = Date.parse(appealUntil) - Date.now()
    assert.ok(left > 2.9 * 86_400_000 && left <= 3 * 86_400_000, 'three days, as the admin said')
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/Madrid' })

    await jorge.page.goto(`/r/${referenceNumber}`)
    await jorge.page
      .getByText(new RegExp(`You can ask for that until .*${day.format(new Date(appealUntil))}`))
      .waitFor()
    await picture(jorge.page, 'appeal-phone')
    assert.deepEqual(await violations(jorge.page), [])

    const mail = await openMail(jorge.context, 'jorge@harbour.example', new RegExp(referenceNumber), 2)
    await mail.text
      .getByText(/You can ask them to look at it again until .*This is why:/)
      .last()
      .waitFor()
    await mail.page.close()

    await jorge.page.getByRole('button', { name: 'Ask to look again' }).click()
    const asked = jorge.page.getByRole('dialog')
    await asked.getByLabel('What should be considered?').fill('The old one is broken.')
    await asked.getByRole('button', { name: 'Ask to look again' }).click()
    await jorge.page.getByText(`${referenceNumber} is being looked at again.`).waitFor()
    await jorge.page.getByRole('button', { name: 'Ask to look again' }).waitFor({ state: 'detached' })
    await picture(jorge.page, 'appeal-done-phone')
    assert.deepEqual([...elena.complaints, ...jorge.complaints, ...sofia.complaints], [])
    await Promise.all([elena, jorge, sofia].map(({ context }) => context.close()))
  } finally {
    await stop()
  }
})
