import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifications, requests, search } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta } from '../testing/people.ts'
import { openMailServer } from './sample.ts'
import { hangUp } from './transport.ts'

const server = await openMailServer()
const desk = await openDesk({ smtpUrl: server.url, url: 'https://desk.harbour.example' })
after(async () => {
  hangUp()
  await desk.close()
  await server.close()
})

const [kind = { id: '' }] = await desk.rows<{ id: string }>(
  marta,
  `select t.id from app.request_types t join app.desks d on d.company_id = t.company_id and d.id = t.desk_id
   where d.code = 'IT' and t.is_active and t.kind is null limit 1`,
)
await desk.rows(marta, 'update app.request_types set state_words = $2 where id = $1', [
  kind.id,
  JSON.stringify({ IN_PROGRESS: 'We are measuring the line', CLOSED: 'In the drawer' }),
])

const made = async (email: string, summary: string) => {
  const { data } = await desk
    .as(email)
    .call(requests.create, { body: { serviceDeskCode: 'IT', requestTypeId: kind.id, summary } })
  return data
}
const titles = async (email: string, id: string) =>
  (await desk.as(email).call(notifications.list, { query: { limit: 200 } })).data.data
    .filter(({ requestId }) => requestId === id)
    .map(({ title }) => title)
const move = (by: string, id: string, body: { to: 'IN_PROGRESS' } | object) =>
  desk.as(by).call(requests.transition, { params: { id }, body: body as { to: 'IN_PROGRESS' } })

test('whoever asked reads the company’s own words in the inbox and in the mail, the desk its own', async () => {
  const { id, referenceNumber: ref } = await made(jorge, 'The line is slow')
  await desk.work()
  server.mails.length = 0
  assert.equal((await move(ana, id, { to: 'IN_PROGRESS' })).status, 200)
  await desk.work()
  assert.equal((await titles(jorge, id))[0], `${ref}: We are measuring the line`)
  const firstLines = server.mails.map(
    ({ envelope, text = '' }) => `${envelope.to[0]}: ${text.split('\n')[0]}`,
  )
  assert.deepEqual(firstLines, [`${jorge}: ${ref}: We are measuring the line`])
  // Without words of its own a state has the usual ones.
  const question = { to: 'ACTION_REQUIRED', question: 'Which room?' }
  assert.equal((await move(ana, id, question)).status, 200)
  await desk.work()
  assert.equal((await titles(jorge, id))[0], `${ref} needs you`)
})

test('who works on it reads what every desk reads', async () => {
  const { id, referenceNumber: ref } = await made(ana, 'The line is slow here, too')
  await desk.as(luis).call(requests.assign, {
    params: { id },
    body: { assignedToId: (await desk.who(luis)).personId },
  })
  await move(luis, id, { to: 'IN_PROGRESS' })
  await move(luis, id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'A new cable.' })
  await desk.as(ana).call(requests.reopen, { params: { id }, body: { reason: 'It is slow again.' } })
  await desk.work()
  assert.equal((await titles(luis, id))[0], `${ref} was reopened`)
})

test('what was taken back is said as that', async () => {
  const { id, referenceNumber: ref } = await made(jorge, 'Never mind the line')
  await desk.rows(
    marta,
    `update app.request_types set state_words = state_words || '{"RESOLVED": "All good"}'`,
  )
  await desk.as(jorge).call(requests.withdraw, { params: { id }, body: {} })
  await desk.work()
  assert.ok(!(await titles(jorge, id)).includes(`${ref}: All good`))
})

test('a search answers the words beside the state', async () => {
  const { id, referenceNumber: ref } = await made(jorge, 'Zygomorphic line')
  await move(ana, id, { to: 'IN_PROGRESS' })
  const find = async (q: string) =>
    (await desk.as(jorge).call(search.find, { query: { q } })).data.data.find((hit) => hit.id === id)
  for (const q of ['zygomorphic', ref]) {
    const hit = await find(q)
    assert.deepEqual([hit?.status, hit?.stateWord], ['IN_PROGRESS', 'We are measuring the line'])
  }
})
