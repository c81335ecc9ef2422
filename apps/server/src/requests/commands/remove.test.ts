import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, nuria, sofia } from '../../testing/people.ts'
import { ask } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const remove = (who: string, id: string, headers: Record<string, string> = {}) =>
  desk.as(who).call(requests.remove, { params: { id }, headers })
const restore = (who: string, id: string) => desk.as(who).call(requests.restore, { params: { id } })
const statusFor = async (who: string, id: string) =>
  (await desk.as(who).call(requests.get, { params: { id } })).status

test('what lies in the trash exists for supervisors alone, and comes back as it was', async () => {
  const { id, referenceNumber } = await ask(desk)
  assert.equal((await remove(sofia, id)).status, 204)
  for (const who of [jorge, ana, nuria]) {
    assert.equal(await statusFor(who, id), 404)
    assert.equal((await desk.as(who).call(requests.activities, { params: { id } })).status, 404)
    assert.equal((await desk.as(who).call(requests.markRead, { params: { id } })).status, 404)
  }
  const { data: seen } = await desk.as(sofia).call(requests.get, { params: { id: referenceNumber } })
  assert.deepEqual(seen.can, ['restore'])
  const { data } = await restore(sofia, id)
  assert.deepEqual([data.deletedAt, data.version], [null, 3])
  assert.equal(await statusFor(jorge, id), 200)
  const names = await desk.rows(jorge, 'select name from app.events where subject_id = $1 order by id', [id])
  assert.deepEqual(
    names.map(({ name }) => name),
    ['request.created', 'request.deleted', 'request.restored'],
  )
})

test('lists show it only to supervisors who ask for the trash', async () => {
  const { id } = await ask(desk)
  await remove(sofia, id)
  const has = async (who: string, deleted: string) =>
    (await desk.as(who).call(requests.list, { query: { deleted, limit: 200 } })).data.data.some(
      (row) => row.id === id,
    )
  assert.deepEqual(await Promise.all([sofia, elena, ana, jorge].map((who) => has(who, 'true'))), [
    true,
    true,
    false,
    false,
  ])
  assert.equal(await has(sofia, 'false'), false)
})

test('nothing is done to it there', async () => {
  const { id } = await ask(desk)
  await remove(sofia, id)
  const { status, problem } = await desk
    .as(sofia)
    .call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  assert.deepEqual([status, problem.detail], [409, 'This request is in the trash. Restore it first.'])
  assert.equal((await remove(sofia, id)).status, 409)
  assert.equal((await restore(ana, id)).status, 403)
})

test('forbidden to whom; invisible to others; a stale version is refused; only the trash is emptied', async () => {
  const { id } = await ask(desk)
  assert.deepEqual([(await remove(jorge, id)).status, (await remove(ana, id)).status], [403, 403])
  assert.equal((await remove(iris, id)).status, 403)
  assert.equal((await remove(sofia, id, { 'if-match': '"4"' })).status, 412)
  assert.equal((await restore(sofia, id)).problem.detail, 'This request is not in the trash.')
  const confidential = await ask(desk, { isConfidential: true })
  assert.equal((await remove(elena, confidential.id)).status, 404)
})
