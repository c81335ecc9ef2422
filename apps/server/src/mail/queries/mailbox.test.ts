import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { identity, mail, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { iris, jorge, nuria, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const mailbox = async (query = {}) => desk.call(mail.mailbox, { query })

test('shows every mail of the demo world with its links and codes, newest first', async () => {
  await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed' } })
  await desk.call(identity.magicLink, { body: { email: tom } })
  const { data: waiting } = await mailbox()
  assert.deepEqual(
    waiting.data.map(({ state }) => state),
    ['WAITING'],
  )
  await desk.work()
  const { data } = await mailbox()
  assert.deepEqual(data.data.map(({ to, kind, state }) => [to, kind, state]).sort(), [
    [jorge, 'request_received', 'KEPT'],
    [tom, 'magic_link', 'KEPT'],
  ])
  const [link] = data.data.filter(({ kind }) => kind === 'magic_link')
  const code = /there: (\d{6})/.exec(link?.text ?? '')?.[1]
  assert.ok(code && link?.html.includes(code))
  assert.match(link?.text ?? '', /http:\/\/localhost:3000\/magic#token=[\w-]{20,}/)
})

test('the mailed link opens the door', async () => {
  const { flow } = (await desk.call(identity.magicLink, { body: { email: iris } })).data
  const { data } = await mailbox({ to: ' IRIS@foxglove.example ' })
  assert.deepEqual(
    data.data.map(({ to }) => to),
    [iris],
  )
  const token = /token=([\w-]+)/.exec(data.data[0]?.text ?? '')?.[1]
  const { status } = await desk.call(identity.verifyMagicLink, { body: { token: token ?? '', flow } })
  assert.equal(status, 200)
})

test('comes in pages', async () => {
  for (const email of [jorge, nuria, tom]) await desk.call(identity.forgotPassword, { body: { email } })
  const first = (await mailbox({ limit: 2 })).data
  const second = (await mailbox({ limit: 2, cursor: first.page.next ?? '' })).data
  const both = [...first.data, ...second.data].map(({ id }) => id)
  assert.deepEqual(
    both,
    (await mailbox({ limit: 4 })).data.data.map(({ id }) => id),
  )
  assert.equal((await mailbox({ cursor: 'x' })).status, 400)
})

test('shows nothing of companies that are not for show', async () => {
  const before = (await mailbox({ limit: 200 })).data.data.length
  await desk.rows(tom, 'update app.companies set is_demo = false')
  const { data } = await mailbox({ limit: 200 })
  assert.ok(data.data.length > 0 && data.data.length < before)
  assert.equal(
    data.data.some(({ to }) => to.endsWith('@foxglove.example')),
    false,
  )
})

test('is not there without the demo world, or with a mail server', async () => {
  const served = await openDesk({ smtpUrl: 'smtp://127.0.0.1:9' })
  assert.equal((await served.call(mail.mailbox, { query: {} })).status, 404)
  await served.close()
  const real = await openDesk({}, null)
  const { status, problem } = await real.call(mail.mailbox, { query: {} })
  assert.deepEqual([status, problem.detail], [404, 'There is no mailbox here.'])
  await real.close()
})
