import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, openWindow, patience, phone, picture, violations, windowOf } from './browser.ts'
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
  // In hand already.
  const referenceNumber = 'IT-4907'
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${referenceNumber}`)
  const solved = {
    to: 'RESOLVED',
    resolutionCode: 'FIXED',
    resolutionText: 'All of it is on its way to Porto.',
  }
  await call(ana.context, url, `/requests/${referenceNumber}/transitions`, solved)
  const word = async () => {
    const answer = await ana.context.request.get(`${url}/api/v1/requests/${referenceNumber}/satisfaction`)
    return (await answer.json()).survey?.word
  }

  // Somebody who is signed in nowhere, with the mail alone.
  const stranger = await openWindow(url, { viewport: phone })
  // Other mails about it have the same subject.
  await until(
    async () => {
      const answer = await stranger.context.request.get(`${url}/api/v1/demo/mailbox?to=${jorge}`)
      const { data }: { data: { text: string }[] } = await answer.json()
      return data[0]?.text.includes(solved.resolutionText) ?? false
    },
    'the mail has come',
    patience,
  )
  const mail = await openMail(stranger.context, jorge, new RegExp(referenceNumber))
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
