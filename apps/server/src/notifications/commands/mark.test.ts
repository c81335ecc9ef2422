import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifications, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, jorge, luis, olga } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

// Whatever the demo world has put into the inboxes.
await desk.rows(ana, 'delete from app.notifications')
for (const summary of ['One', 'Two', 'Three']) {
  await desk.as(jorge).call(requests.create, { body: { serviceDeskCode: 'IT', summary } })
}
await desk.work()

const count = async (email: string) => (await desk.as(email).call(notifications.unreadCount)).data.count
const page = async (query = {}) => (await desk.as(ana).call(notifications.list, { query })).data

test('pages go from the newest to the oldest without gap or double', async () => {
  const first = await page({ limit: 2 })
  const second = await page({ limit: 2, cursor: first.page.next ?? '' })
  assert.deepEqual(
    [...first.data, ...second.data].map(({ summary }) => summary),
    ['Three', 'Two', 'One'],
  )
  assert.equal(second.page.next, null)
})

test('one is read, unread again, and all at once', async () => {
  assert.equal(await count(ana), 3)
  const [newest] = (await page()).data
  const params = { id: newest?.id ?? '' }
  assert.notEqual((await desk.as(ana).call(notifications.markRead, { params })).data.readAt, null)
  assert.notEqual((await desk.as(ana).call(notifications.markRead, { params })).data.readAt, null)
  assert.equal(await count(ana), 2)
  assert.deepEqual(
    (await page({ unread: true })).data.map(({ summary }) => summary),
    ['Two', 'One'],
  )
  assert.deepEqual(
    (await page({ unread: false })).data.map(({ summary }) => summary),
    ['Three'],
  )
  assert.equal((await desk.as(ana).call(notifications.markUnread, { params })).data.readAt, null)
  assert.equal((await desk.as(ana).call(notifications.markAllRead)).data.count, 3)
  assert.equal(await count(ana), 0)
  assert.equal(await count(luis), 3)
})

test('somebody else’s and a random one look the same', async () => {
  const [newest] = (await page()).data
  const random = await desk.as(luis).call(notifications.markRead, { params: { id: newId() } })
  for (const email of [luis, olga]) {
    const { status, problem } = await desk
      .as(email)
      .call(notifications.markRead, { params: { id: newest?.id ?? '' } })
    assert.equal(status, 404)
    assert.deepEqual({ ...problem, instance: '' }, { ...random.problem, instance: '' })
  }
})

test('refuses a cursor that it did not make', async () => {
  const { status, problem } = await desk.as(ana).call(notifications.list, { query: { cursor: 'x' } })
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '?cursor'])
})

test('one is removed for good, only by whose it is', async () => {
  const [newest, next] = (await page()).data
  const params = { id: newest?.id ?? '' }
  for (const email of [luis, olga])
    assert.equal((await desk.as(email).call(notifications.remove, { params })).status, 404)
  assert.equal((await desk.as(ana).call(notifications.remove, { params })).status, 204)
  assert.equal((await desk.as(ana).call(notifications.remove, { params })).status, 404)
  assert.equal((await page()).data[0]?.id, next?.id)
})
