import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const secret = 'Zebrawood whispering'

test('an HR case in confidence: HR reads and answers it beside who told it; for all others it is not there', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/ask')
  await jorge.page
    .getByRole('link', { name: /in confidence/i })
    .first()
    .click()
  await jorge.page
    .getByText(/Only .* can read/)
    .first()
    .waitFor()
  await jorge.page.getByLabel('What is it about').fill(secret)
  await jorge.page.getByRole('button', { name: /^Send/ }).click()
  await jorge.page.waitForURL(/\/r\/HR-\d+/)
  const reference = jorge.page.url().match(/HR-\d+/)?.[0] ?? ''
  assert.deepEqual(await violations(jorge.page), [])

  // Beside it HR finds it in its queue and answers; who told it reads that without loading anything.
  const nuria = await windowOf(url, 'nuria@harbour.example', `/q/hr-all?sel=${reference}`)
  await nuria.page.getByText(secret).first().waitFor()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const answered = await nuria.context.request.post(`${url}/api/v1/requests/${reference}/activities`, {
    headers,
    data: { message: 'Thank you for telling me. Shall we talk tomorrow?' },
  })
  assert.equal(answered.status(), 201)
  await jorge.page.getByText('Shall we talk tomorrow?').first().waitFor()

  // The admin, IT, a colleague who leads the teller, and another desk: by address, search, notifications, lists, audit.
  for (const email of ['elena', 'ana', 'marta', 'omar'].map((name) => `${name}@harbour.example`)) {
    const other = await windowOf(url, email, `/r/${reference}`)
    await other.page.getByText('There is no such request.').first().waitFor()
    assert.equal(await other.page.getByText(secret).count(), 0, email)
    const paths = [
      `/api/v1/requests/${reference}`,
      `/api/v1/hr/issue-reports/${reference}`,
      '/api/v1/hr/issue-reports',
      `/api/v1/requests?q=${encodeURIComponent('Zebrawood')}`,
      '/api/v1/search?q=zebrawood',
      `/api/v1/search?q=${reference}`,
      '/api/v1/notifications',
      '/api/v1/audit-logs?limit=200',
      `/api/v1/audit-logs?subjectRef=${reference}`,
    ]
    for (const path of paths) {
      const text = await (await other.context.request.get(`${url}${path}`)).text()
      assert.ok(!text.includes(secret), `${email} ${path}`)
      if (path.includes('=') || path.endsWith('notifications')) {
        assert.ok(!text.includes(`"${reference}"`), `${email} ${path}`)
      }
    }
    await other.context.close()
  }
  const found = await (await nuria.context.request.get(`${url}/api/v1/search?q=zebrawood`)).text()
  assert.ok(found.includes(reference), 'HR finds it, so that the search above could have')
  assert.deepEqual([...jorge.complaints, ...nuria.complaints], [])
  for (const { context } of [jorge, nuria]) await context.close()
})
