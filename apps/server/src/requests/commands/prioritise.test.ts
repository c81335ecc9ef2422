import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, iris, jorge, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const prioritise = (who: string, id: string, body: BodyIn<typeof requests.prioritise>) =>
  desk.as(who).call(requests.prioritise, { params: { id }, body })
const tag = (who: string, id: string, tags: string[]) =>
  desk.as(who).call(requests.tag, { params: { id }, body: { tags } })

test('a priority is set, or follows from impact and urgency', async () => {
  const { id } = await ask(desk)
  const byHand = (await prioritise(ana, id, { priority: 'CRITICAL' })).data
  assert.deepEqual([byHand.priority, byHand.impact, byHand.urgency], ['CRITICAL', null, null])
  const { data } = await prioritise(ana, id, { urgency: 'HIGH' })
  assert.deepEqual([data.priority, data.impact, data.urgency, data.version], ['HIGH', 'MEDIUM', 'HIGH', 3])
  const { data: line } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.equal(line.data.at(-1)?.message, 'Ana Ruiz set the priority to high.')
  const [event] = await desk.rows(
    jorge,
    `select data, changes from app.events where name = 'request.prioritised' and subject_id = $1 order by id desc limit 1`,
    [id],
  )
  assert.deepEqual(event, {
    data: { priority: 'HIGH' },
    changes: { priority: ['CRITICAL', 'HIGH'], impact: [null, 'MEDIUM'], urgency: [null, 'HIGH'] },
  })
})

test('another priority by hand takes impact and urgency back; all three are kept as they are sent', async () => {
  const rating = async (body: BodyIn<typeof requests.prioritise>) => {
    const { data } = await prioritise(ana, id, body)
    return [data.priority, data.impact, data.urgency]
  }
  const { id } = await ask(desk, { priority: 'HIGH' })
  assert.deepEqual(await rating({ impact: 'LOW' }), ['LOW', 'LOW', 'MEDIUM'])
  assert.deepEqual(await rating({ priority: 'LOW' }), ['LOW', 'LOW', 'MEDIUM'])
  assert.deepEqual(await rating({ priority: 'HIGH' }), ['HIGH', null, null])
  const all = { priority: 'CRITICAL', impact: 'LOW', urgency: 'HIGH' } as const
  assert.deepEqual(await rating(all), ['CRITICAL', 'LOW', 'HIGH'])
  assert.deepEqual(await rating({ impact: null, urgency: null }), ['CRITICAL', null, null])
})

test('what changes nothing is no change', async () => {
  const { id } = await ask(desk)
  assert.equal((await prioritise(ana, id, { priority: 'MEDIUM' })).data.version, 1)
  assert.equal((await tag(ana, id, [])).data.version, 1)
})

test('a closed request keeps its priority and can still be tagged', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { ...inState.RESOLVED, closed_at: new Date() })
  assert.equal((await prioritise(sofia, id, { priority: 'LOW' })).status, 409)
  assert.deepEqual((await tag(ana, id, ['VPN', 'vpn', ' dns '])).data.tags, ['vpn', 'dns'])
})

test('forbidden to who asked, invisible to others', async () => {
  const { id } = await ask(desk, {}, nuria)
  for (const who of [jorge, nuria]) {
    assert.equal((await prioritise(who, id, { priority: 'LOW' })).status, 403)
    assert.equal((await tag(who, id, ['x'])).status, 403)
  }
  assert.equal((await prioritise(iris, id, { priority: 'LOW' })).status, 404)
  assert.equal((await tag(iris, id, ['x'])).status, 404)
})

test('what a tag may be', async () => {
  const { id } = await ask(desk)
  for (const tags of [
    [''],
    ['x'.repeat(41)],
    ['two\nlines'],
    Array.from({ length: 21 }, (_, at) => `t${at}`),
  ]) {
    assert.equal((await tag(ana, id, tags)).status, 400)
  }
})
