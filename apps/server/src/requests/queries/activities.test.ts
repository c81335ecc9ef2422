import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, sofia } from '../../testing/people.ts'
import { ask } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const say = (who: string, id: string, message: string, isInternal = false) =>
  desk.as(who).call(requests.comment, { params: { id }, body: { message, isInternal } })
const page = async (who: string, id: string, query: { limit?: number; cursor?: string } = {}) =>
  (await desk.as(who).call(requests.activities, { params: { id }, query })).data

test('the newest page comes first, each page in order of time, none left out', async () => {
  const { id, referenceNumber } = await ask(desk)
  for (let at = 1; at <= 7; at++) await say(at % 2 ? ana : jorge, id, `Line ${at}`, at === 5)
  const first = await page(ana, id, { limit: 3 })
  assert.deepEqual(
    first.data.map(({ message }) => message),
    ['Line 5', 'Line 6', 'Line 7'],
  )
  const second = await page(ana, id, { limit: 3, cursor: first.page.next ?? '' })
  assert.deepEqual(
    second.data.map(({ message }) => message),
    ['Line 2', 'Line 3', 'Line 4'],
  )
  await say(ana, id, 'Line 8')
  const third = await page(ana, referenceNumber.toLowerCase(), { limit: 3, cursor: second.page.next ?? '' })
  assert.deepEqual(
    third.data.map(({ message }) => message),
    ['Jorge Vidal opened this request.', 'Line 1'],
  )
  assert.equal(third.page.next, null)
  const theirs = await page(jorge, id, { limit: 4 })
  assert.deepEqual(
    theirs.data.map(({ message }) => message),
    ['Line 4', 'Line 6', 'Line 7', 'Line 8'],
  )
})

test('entries of the same moment are each shown once', async () => {
  const { id } = await ask(desk)
  await desk.rows(
    jorge,
    `insert into app.request_activities (company_id, id, request_id, author_name, activity_type, message, created_at)
     select company_id, gen_random_uuid(), id, 'Deskhand', 'SYSTEM', 'Tick ' || n, created_at + interval '1 second'
     from app.requests cross join generate_series(1, 9) n where id = $1`,
    [id],
  )
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { data, page: at } = await page(jorge, id, { limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...data.map(({ message }) => message))
    cursor = at.next ?? undefined
  } while (cursor)
  assert.deepEqual([...seen].sort(), [
    'Jorge Vidal opened this request.',
    ...Array.from({ length: 9 }, (_, at) => `Tick ${at + 1}`),
  ])
})

test('who may not see the request hears the same as for none', async () => {
  const { id } = await ask(desk, { isConfidential: true })
  const answers = await Promise.all(
    [nuria, elena, iris].map((who) => desk.as(who).call(requests.activities, { params: { id } })),
  )
  const none = await desk.as(ana).call(requests.activities, { params: { id: newId() } })
  for (const { problem } of answers)
    assert.deepEqual({ ...problem, instance: '' }, { ...none.problem, instance: '' })
})

test('the history is the log of its changes, for the desk alone', async () => {
  const { id } = await ask(desk)
  const call = (who: string, query = {}) => desk.as(who).call(requests.history, { params: { id }, query })
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  await say(ana, id, 'A note that changes nothing', true)
  await desk.as(ana).call(requests.prioritise, { params: { id }, body: { priority: 'HIGH' } })
  for (const assignedToId of [(await desk.who(luis)).personId, null]) {
    await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId } })
  }
  const { data } = await call(sofia)
  assert.deepEqual(
    data.data.map(({ words, changes }) => [
      words.replace(/IT-\d+/, 'it'),
      changes['priority'] ?? changes['status'] ?? null,
    ]),
    [
      ['Sofía Prieto put it back to the queue', null],
      ['Sofía Prieto gave it to Luis Mora', null],
      ['Ana Ruiz set the priority of it', ['MEDIUM', 'HIGH']],
      ['Ana Ruiz moved it to in progress', ['SUBMITTED', 'IN_PROGRESS']],
      ['Jorge Vidal opened it', null],
    ],
  )
  const first = (await call(ana, { limit: 3 })).data
  const rest = (await call(ana, { limit: 3, cursor: first.page.next ?? '' })).data
  assert.deepEqual([...first.data, ...rest.data], data.data)
  assert.equal(rest.page.next, null)
  assert.deepEqual(
    [(await call(jorge)).status, (await call(nuria)).status, (await call(iris)).status],
    [403, 404, 404],
  )
})
