import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, custody, equipment, requestAssets, requests } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const thing = (name = 'ThinkPad X1') => makeThing(desk, { name, deskCode: 'IT' })
/** A thing that this person has. */
async function given(to: string, name?: string) {
  const made = await thing(name)
  const { personId } = await desk.who(to)
  await desk.as(ana).call(custody.checkOut, { params: { id: made.id }, body: { personId } })
  return made
}
const link = (who: string, id: string, assetId: string) =>
  desk.as(who).call(requestAssets.link, { params: { id }, body: { assetId } })
const unlink = (who: string, id: string, assetId: string) =>
  desk.as(who).call(requestAssets.unlink, { params: { id, assetId } })
const set = (who: string, id: string, assetIds: string[]) =>
  desk.as(who).call(requestAssets.set, { params: { id }, body: { assetIds } })
const linked = async (who: string, id: string) => {
  const { data } = await desk.as(who).call(requestAssets.list, { params: { id } })
  return data.data.map((one) => one.id)
}
const about = async (who: string, id: string) =>
  (await desk.as(who).call(requestAssets.ofAsset, { params: { id } })).data.data.map((one) => one.id)
const lines = async (who: string, id: string) =>
  (await desk.as(who).call(requests.activities, { params: { id } })).data.data.map(({ message }) => message)
const events = (id: string) =>
  desk.rows<{ name: string; tag: string; audience: string }>(
    ana,
    `select name, data ->> 'assetTag' as tag, audience from app.events
     where subject_id = $1 and name like 'request.asset%' order by id`,
    [id],
  )

describe('linking', () => {
  test('a technician links any thing, and the page of the thing lists the request', async () => {
    const { id } = await ask(desk)
    const one = await thing()
    const { status, data } = await link(ana, id, one.id)
    assert.equal(status, 201)
    assert.deepEqual([data.id, data.name, data.mayUnlink], [one.id, 'ThinkPad X1', true])
    assert.equal(data.linkedByName, 'Ana Ruiz')
    assert.deepEqual(await linked(luis, id), [one.id])
    assert.deepEqual(await about(luis, one.id), [id])
    assert.deepEqual(
      (await events(id)).map(({ name, tag, audience }) => [name, tag, audience]),
      [['request.asset_linked', data.assetTag, 'staff']],
    )
    assert.deepEqual((await lines(ana, id)).at(-1), `Ana Ruiz linked ${data.assetTag}`)
    assert.ok(!(await lines(jorge, id)).some((line) => line.includes(data.assetTag)), 'not for who asked')
  })

  test('twice is refused; a thing that is not there is named', async () => {
    const { id } = await ask(desk)
    const one = await thing()
    await link(ana, id, one.id)
    assert.equal((await link(ana, id, one.id)).status, 409)
    const { status, problem } = await link(ana, id, '0190a000-0000-7000-8000-000000000001')
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/assetId'])
  })

  test('whoever asked links what they have, sees only that, and takes it off again', async () => {
    const { id } = await ask(desk)
    const [own, other] = [await given(jorge, 'MacBook'), await thing('Server')]
    await link(ana, id, other.id)
    const refused = await link(jorge, id, other.id)
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/assetId'])
    const { status, data } = await link(jorge, id, own.id)
    assert.deepEqual([status, data.mayUnlink, data.locationName], [201, true, null])
    assert.deepEqual(await linked(jorge, id), [own.id])
    assert.deepEqual(await linked(ana, id), [other.id, own.id])
    assert.deepEqual(await about(jorge, own.id), [id])
    assert.equal((await lines(jorge, id)).at(-1), `Jorge Vidal linked ${data.assetTag}`)
    assert.equal((await unlink(jorge, id, own.id)).status, 204)
    assert.equal((await unlink(jorge, id, other.id)).status, 404)
    assert.deepEqual(await linked(ana, id), [other.id])
  })

  test('what the desk linked, whoever asked does not take off; what is settled they leave as it is', async () => {
    const { id } = await ask(desk)
    const [first, second] = [await given(jorge), await given(jorge)]
    await link(ana, id, first.id)
    assert.equal((await unlink(jorge, id, first.id)).status, 403)
    await put(desk, id, inState.RESOLVED)
    assert.equal((await link(jorge, id, second.id)).status, 409)
    assert.equal((await link(ana, id, second.id)).status, 201)
  })

  test('all at once: what is named stays or comes, the others go', async () => {
    const { id } = await ask(desk)
    const all = await Promise.all([thing('A'), thing('B'), thing('C')])
    const [a = '', b = '', c = ''] = all.map((one) => one.id)
    await set(ana, id, [a, b])
    const { status, data } = await set(ana, id, [b, c, c])
    assert.equal(status, 200)
    assert.deepEqual(new Set(data.data.map((one) => one.id)), new Set([b, c]))
    assert.deepEqual(
      (await events(id)).map(({ name }) => name.replace('request.asset_', '')),
      ['linked', 'linked', 'unlinked', 'linked'],
    )
    const before = (await events(id)).length
    assert.equal((await set(ana, id, [c, b])).status, 200)
    assert.equal((await events(id)).length, before, 'nothing changed')
    const refused = await set(ana, id, [b, '0190a000-0000-7000-8000-000000000001'])
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/assetIds/1'])
  })

  test('forbidden to whom only looks on, invisible to other desks and companies', async () => {
    const { id } = await ask(desk)
    const one = await thing()
    await link(ana, id, one.id)
    for (const who of [marta, nuria, iris]) {
      assert.equal((await desk.as(who).call(requestAssets.list, { params: { id } })).status, 404, who)
      assert.equal((await link(who, id, one.id)).status, 404, who)
      assert.equal((await unlink(who, id, one.id)).status, 404, who)
      assert.equal((await set(who, id, [])).status, 404, who)
    }
    assert.equal((await desk.as(iris).call(requestAssets.ofAsset, { params: { id: one.id } })).status, 404)
    assert.deepEqual(await about(nuria, one.id), [], 'a technician of another desk sees the thing alone')
  })
})

test('a confidential request never stands on the page of a thing, and its own page shows it to its readers', async () => {
  const one = await given(jorge)
  const { id } = await ask(desk, { isConfidential: true })
  assert.equal((await link(ana, id, one.id)).status, 201)
  for (const who of [jorge, ana, sofia, elena]) assert.deepEqual(await about(who, one.id), [], who)
  assert.deepEqual(await linked(jorge, id), [one.id])
  assert.equal((await desk.as(elena).call(requestAssets.list, { params: { id } })).status, 404)
  const log = await desk.rows<{ hidden: boolean }>(
    ana,
    `select is_confidential as hidden from app.events where subject_id = $1 and name = 'request.asset_linked'`,
    [id],
  )
  assert.deepEqual(log, [{ hidden: true }])
})

test('pages go on where the one before ended', async () => {
  const one = await thing()
  const all: string[] = []
  for (let count = 0; count < 3; count++) {
    const { id } = await ask(desk)
    await link(ana, id, one.id)
    all.unshift(id)
  }
  const params = { id: one.id }
  const first = (await desk.as(ana).call(requestAssets.ofAsset, { params, query: { limit: 2 } })).data
  const query = { limit: 2, cursor: first.page.next ?? '' }
  const rest = (await desk.as(ana).call(requestAssets.ofAsset, { params, query })).data
  assert.deepEqual(
    [...first.data, ...rest.data].map((row) => row.id),
    all,
  )
  assert.equal(rest.page.next, null)
})

test('what somebody reports of their equipment is about that thing', async () => {
  const one = await given(jorge)
  const { data } = await desk
    .as(jorge)
    .call(equipment.reportFault, { params: { id: one.id }, body: { summary: 'It hums' } })
  const [request] = (await desk.as(jorge).call(requestAssets.ofAsset, { params: { id: one.id } })).data.data
  assert.equal(request?.referenceNumber, data.requestRef)
  assert.equal(request?.summary, 'It hums')
  assert.deepEqual(await linked(ana, request?.id ?? ''), [one.id])
})

test('a deleted thing is gone from the request as well', async () => {
  const { id } = await ask(desk)
  const one = await thing()
  await link(ana, id, one.id)
  await desk.rows(ana, 'update app.assets set deleted_at = now() where id = $1', [one.id])
  assert.deepEqual(await linked(ana, id), [])
  assert.equal((await desk.as(ana).call(assets.get, { params: { id: one.id } })).status, 404)
})
