import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { closeBrowser, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'
import { followButton, openMail } from './mailbox.ts'

after(closeBrowser)
after(closeHouse)

const jorge = 'jorge@harbour.example'

/** Calls the API as whoever is signed in here. */
async function call(context: BrowserContext, url: string, path: string, data: object) {
  const answer = await context.request.post(`${url}/api/v1${path}`, {
    data,
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

test('a word in the mail about a solution opens a page; only its button votes', async () => {
  const { url, database } = await openHouse()
  // The world may have asked him lately, and nobody is asked twice in seven days.
  const [{ companyId } = { companyId: '' }] = await transact(
    database.pools.auth,
    { companyId: null, personId: null },
    (tx) =>
      tx.query<{ companyId: string }>(
        `select m.company_id as "companyId" from auth.accounts a join auth.memberships m on m.account_id = a.id
         where a.email = $1`,
        [jorge],
      ),
  )
  await transact(database.pools.worker, { companyId, personId: null }, (tx) =>
    tx.run(`update app.surveys set asked_at = asked_at - interval '60 days'`),
  )
  const asker = await windowOf(url, jorge, '/')
  const summary = 'The dock does not charge'
  const { referenceNumber } = await call(asker.context, url, '/requests', { serviceDeskCode: 'IT', summary })
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  const path = `/requests/${referenceNumber}/transitions`
  await call(ana.context, url, path, { to: 'IN_PROGRESS' })
  const solved = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'A new cable.' }
  await call(ana.context, url, path, solved)
  const word = async () => {
    const answer = await ana.context.request.get(`${url}/api/v1/requests/${referenceNumber}/satisfaction`)
    return (await answer.json()).survey?.word
  }

  // Somebody who is signed in nowhere, with the mail alone.
  const stranger = await openWindow(url, { viewport: phone })
  const subject = new RegExp(summary)
  await assert.doesNotReject(async () => {
    for (let tries = 0; (await word()) === undefined && tries < 40; tries++)
      await ana.page.waitForTimeout(100)
  })
  const mail = await openMail(stranger.context, jorge, subject)
  const page = await followButton(mail, /^Bad$/)
  const picked = page.getByRole('radio', { name: 'Bad', exact: true })
  await picked.waitFor({ state: 'attached' })
  assert.equal(await picked.isChecked(), true)
  await page.reload()
  assert.equal(await word(), null, 'looking does not vote')
  assert.deepEqual(await violations(page), [])
  await picture(page, 'survey-by-mail')

  await page.getByText('Good', { exact: true }).click()
  await page.getByRole('textbox').fill('Quick, once it was seen')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Thank you. You said: good.').waitFor()
  assert.equal(await word(), 'GOOD')
  await ana.page.getByText('Quick, once it was seen').waitFor()
  assert.deepEqual(await violations(ana.page), [])

  // The same answer stands on the page of the request, and can be changed there.
  await asker.page.goto(`/r/${referenceNumber}`)
  await asker.page.getByRole('button', { name: 'Change the answer' }).click()
  await picture(asker.page, 'survey-on-the-request')
  assert.deepEqual(await violations(asker.page), [])
  await asker.page.getByText('Very good', { exact: true }).click()
  await asker.page.getByRole('button', { name: 'Send', exact: true }).first().click()
  await asker.page.getByText('Thank you. You said: very good.').waitFor()
  assert.equal(await word(), 'VERY_GOOD')
  assert.deepEqual([...asker.complaints, ...ana.complaints, ...stranger.complaints], [])
  for (const { context } of [asker, ana, stranger]) await context.close()
})

test('a major incident appears on the home of others at once, counts them, and tells them how it goes', async () => {
  const { url } = await openHouse()
  const marta = await windowOf(url, 'marta@harbour.example', '/')
  await marta.page.getByRole('heading', { level: 1 }).waitFor()
  const title = 'The phones are silent'
  const banner = marta.page.getByRole('listitem').filter({ hasText: title })
  assert.equal(await banner.count(), 0)

  const sofia = await windowOf(url, 'sofia@harbour.example', '/q/it-all?sel=IT-4907')
  await sofia.page.getByRole('button', { name: 'More', exact: true }).last().click()
  await sofia.page.getByRole('menuitem', { name: 'Declare a major incident' }).click()
  const dialog = sofia.page.getByRole('dialog')
  await dialog.getByLabel('What is wrong, in a few words').fill(title)
  await dialog.getByLabel('What people should know or do meanwhile').fill('Use your mobile until noon.')
  await picture(sofia.page, 'incident-declare')
  assert.deepEqual(await violations(sofia.page), [])
  await dialog.getByRole('button', { name: 'Declare it' }).click()

  // Without a reload.
  await banner.waitFor()
  await picture(marta.page, 'incident-banner')
  assert.deepEqual(await violations(marta.page), [])
  await banner.getByRole('button', { name: /I have this too/ }).click()
  await banner.getByText('You and 1 other have it.').waitFor()
  await sofia.page.getByText('2 have it').waitFor()

  await sofia.page.getByLabel('One update to all of them').fill('The line is up again at four.')
  await picture(sofia.page, 'incident-panel')
  await sofia.page.getByRole('button', { name: 'Tell everybody' }).click()
  await banner.getByText('The line is up again at four.').waitFor()
  await marta.page.goto('/ask')
  await banner.waitFor()

  await sofia.page.getByRole('button', { name: 'It is over' }).click()
  await sofia.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  await banner.waitFor({ state: 'detached' })
  await marta.page.goto('/inbox')
  await marta.page.getByText(`Over: ${title}`).waitFor()
  assert.deepEqual([...marta.complaints, ...sofia.complaints], [])
  for (const { context } of [marta, sofia]) await context.close()
})
