import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('whoever must approve is called into the chat, says yes there, and both sides read it', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const elena = await windowOf(url, 'elena@harbour.example', '/')
  const get = async (path: string) => (await elena.context.request.get(`${url}/api/v1${path}`)).json()
  // So that the desk is there at whatever hour this runs.
  const desk = (await get('/service-desks')).data.find(({ code }: { code: string }) => code === 'FACILITIES')
  const before = (await get('/management/calendars')).data.find(
    ({ serviceDeskIds }: { serviceDeskIds: string[] }) => serviceDeskIds.includes(desk.id),
  )
  const day = [{ from: '00:00', until: '24:00' }]
  const made = await elena.context.request.post(`${url}/api/v1/management/calendars`, {
    headers,
    data: {
      name: 'Always, for a yes in a chat',
      zone: 'Europe/Madrid',
      week: [day, day, day, day, day, day, day],
      serviceDeskIds: [desk.id],
    },
  })
  assert.equal(made.status(), 201, await made.text())
  const marta = await windowOf(url, 'marta@harbour.example', '/')
  const me = await (await marta.context.request.get(`${url}/api/v1/users/me`)).json()
  const policy = await elena.context.request.post(`${url}/api/v1/management/approval-policies`, {
    headers,
    data: {
      name: 'A yes in a chat',
      definition: {
        conditions: { deskIds: [desk.id], over: { amount: '7700000', currency: 'EUR' } },
        steps: [{ name: 'Marta', approvers: [{ kind: 'PEOPLE', personIds: [me.id] }] }],
      },
    },
  })
  assert.equal(policy.status(), 201, await policy.text())

  const omar = await windowOf(url, 'omar@harbour.example', '/q/facilities-all')
  await omar.page.getByRole('grid').first().waitFor()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/')
  const asked = await jorge.context.request.post(`${url}/api/v1/requests`, {
    headers,
    data: {
      serviceDeskCode: 'FACILITIES',
      summary: 'A lift for the loading ramp',
      customFields: { estimatedPrice: { amount: '7800000', currency: 'EUR' } },
    },
  })
  const { id, referenceNumber } = await asked.json()
  await jorge.page.goto(`/r/${referenceNumber}`)
  await jorge.page
    .getByText(/With Marta Gil since/)
    .first()
    .waitFor()
  const begun = await jorge.context.request.post(`${url}/api/v1/chat/sessions`, {
    headers,
    data: { requestId: id },
  })
  const { session } = await begun.json()
  assert.ok(session, await begun.text())
  for (const [path, data] of [
    ['accept', {}],
    ['participants', { personId: me.id }],
  ] as const) {
    const answer = await omar.context.request.post(`${url}/api/v1/chat/sessions/${session.id}/${path}`, {
      headers,
      data,
    })
    assert.ok(answer.ok(), await answer.text())
  }

  const { page } = marta
  await page.goto(`/r/${referenceNumber}`)
  const question = page.getByRole('region', { name: 'Waits for your yes' })
  await question.getByText(/Jorge Vidal needs your yes to €78,000/).waitFor()
  await picture(page, 'chat-approval')
  assert.deepEqual(await violations(page), [])
  await question.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await question.waitFor({ state: 'detached' })
  // Whoever asked has no such question, and reads the answer without loading anything.
  assert.equal(await jorge.page.getByRole('region', { name: 'Waits for your yes' }).count(), 0)
  await jorge.page
    .getByText(/Approved/)
    .first()
    .waitFor()
  assert.deepEqual([...marta.complaints, ...jorge.complaints], [])

  // The world is as it was.
  const change = (path: string, data: object) =>
    elena.context.request.patch(`${url}/api/v1/management/${path}`, { headers, data })
  const retired = await change(`approval-policies/${(await policy.json()).id}`, { isActive: false })
  assert.equal(retired.status(), 200)
  if (before) await change(`calendars/${before.id}`, { serviceDeskIds: before.serviceDeskIds })
  const { id: always } = await made.json()
  const gone = await elena.context.request.delete(`${url}/api/v1/management/calendars/${always}`, { headers })
  assert.ok(gone.ok() || !before, await gone.text())
  for (const { context } of [elena, marta, omar, jorge]) await context.close()
})
