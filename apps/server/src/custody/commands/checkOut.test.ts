import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { acceptances, type BodyIn, custody, operations } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'
import { makePlace, makeThing, tomorrow } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const out = (by: string, id: string, body: BodyIn<typeof custody.checkOut>, headers = {}) =>
  desk.as(by).call(custody.checkOut, { params: { id }, body, headers })
const undo = (by: string, operationId: string) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })
const rowOf = async (id: string) => {
  const [row] = await desk.rows<Record<string, unknown>>(
    ana,
    `select status, sub_status as sub, person_id as person, location_id as place, parent_asset_id as parent, version,
       acceptance from app.assets where id = $1`,
    [id],
  )
  return row ?? {}
}
const eventsOf = (id: string) =>
  desk.rows<{ name: string; version: number }>(
    ana,
    'select name, subject_version as version from app.events where subject_id = $1 order by subject_version',
    [id],
  )
const holdingsOf = (id: string) =>
  desk.rows<{ person: string | null; isOpen: boolean }>(
    ana,
    `select person_id as person, upper_inf(during) as "isOpen" from app.asset_holdings where asset_id = $1
     order by since_version`,
    [id],
  )

describe('checking out', () => {
  test('to a person, for good: who has it, its line and the holding', async () => {
    const store = await makePlace(desk)
    const { id, assetTag } = await makeThing(desk, { locationId: store })
    const { data } = await out(ana, assetTag.toLowerCase(), {
      personId: await idOf(marta),
      condition: 'NEW',
      note: 'With bag',
    })
    assert.deepEqual(
      [
        data.status,
        data.subStatus,
        data.personId,
        data.locationId,
        data.condition,
        data.acceptance,
        data.version,
      ],
      ['DEPLOYED', 'NORMAL', await idOf(marta), null, 'NEW', 'NONE', 2],
    )
    assert.deepEqual(await eventsOf(id), [
      { name: 'asset.created', version: 1 },
      { name: 'asset.checked_out', version: 2 },
    ])
    assert.deepEqual(await holdingsOf(id), [{ person: await idOf(marta), isOpen: true }])
  })

  test('on loan, to a place, into another thing', async () => {
    const [lent, put, part, whole] = await Promise.all([1, 2, 3, 4].map(() => makeThing(desk)))
    assert.ok(lent && put && part && whole)
    const dueAt = tomorrow()
    const loan = await out(ana, lent.id, { personId: await idOf(jorge), dueAt })
    assert.deepEqual([loan.data.subStatus, loan.data.dueAt], ['ON_LOAN', dueAt])
    const room = await makePlace(desk, 'Room')
    assert.equal((await out(ana, put.id, { locationId: room })).data.locationId, room)
    assert.equal((await out(ana, part.id, { assetId: whole.id })).data.parentAssetId, whole.id)
  })

  test('of two at once one wins, and the other reads who has it', async () => {
    const { id, assetTag } = await makeThing(desk)
    const people = [await idOf(marta), await idOf(jorge)]
    const tries = await Promise.all([ana, luis].map((by, at) => out(by, id, { personId: people[at] ?? '' })))
    assert.deepEqual(tries.map(({ status }) => status).sort(), [200, 409])
    const winner = tries.findIndex(({ status }) => status === 200)
    const loser = tries[1 - winner]
    const name = winner === 0 ? 'Marta' : 'Jorge'
    assert.match(loser?.problem.detail ?? '', new RegExp(`^${assetTag} is with ${name}`))
    assert.deepEqual(loser?.problem.allowed, ['check-in', 'transfer'])
    assert.equal((await holdingsOf(id)).length, 1)
  })

  test('two that are put into each other at once do not both succeed', async () => {
    const [one, two] = await Promise.all([makeThing(desk), makeThing(desk)])
    assert.ok(one && two)
    const tries = await Promise.all([
      out(ana, one.id, { assetId: two.id }),
      out(luis, two.id, { assetId: one.id }),
    ])
    assert.deepEqual(tries.map(({ status }) => status).sort(), [200, 422])
  })

  test('refuses by state, by circle, by what is not there, and changes nothing', async () => {
    const held = await makeThing(desk, { subStatus: 'LEGAL_HOLD' })
    const personId = await idOf(marta)
    const refused = await out(ana, held.id, { personId })
    assert.deepEqual([refused.status, refused.problem.code], [409, 'state'])
    assert.match(refused.problem.detail, /legal hold/)
    const { id } = await makeThing(desk)
    const bodies: [BodyIn<typeof custody.checkOut>, number][] = [
      [{ assetId: id }, 422],
      [{ personId: await idOf(iris) }, 422],
      [{ locationId: id }, 422],
      [{ personId, dueAt: '2020-01-01T00:00:00Z' }, 422],
      [{}, 400],
      [{ personId, assetId: held.id }, 400],
    ]
    for (const [body, status] of bodies)
      assert.equal((await out(ana, id, body)).status, status, JSON.stringify(body))
    assert.deepEqual(await eventsOf(id), [{ name: 'asset.created', version: 1 }])
    assert.equal((await out(ana, id, { personId }, { 'if-match': '"7"' })).status, 412)
  })

  test('is for the technicians of the desk that keeps it, and never for employees; another company sees nothing', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    const personId = await idOf(marta)
    assert.equal((await out(marta, id, { personId })).status, 403)
    assert.equal((await out(nuria, id, { personId })).status, 403)
    assert.equal((await out(iris, id, { personId: await idOf(iris) })).status, 404)
    assert.equal((await rowOf(id))['status'], 'IN_STOCK')
    assert.equal((await out(elena, id, { personId })).status, 200)
  })
})

describe('undoing', () => {
  test('puts it back to how it was, by a line of its own, and the agreement waits no more', async () => {
    const store = await makePlace(desk)
    const { id } = await makeThing(desk, {
      requiresAcceptance: true,
      policyText: 'Mind it.',
      locationId: store,
    })
    const { version: _, ...before } = await rowOf(id)
    const { data } = await out(ana, id, { personId: await idOf(marta) })
    assert.equal(data.acceptance, 'PENDING')
    assert.equal((await undo(ana, data.operationId)).status, 200)
    const { version, ...now } = await rowOf(id)
    assert.deepEqual(now, before)
    assert.equal(version, 3)
    assert.deepEqual((await eventsOf(id)).at(-1), { name: 'asset.hand_over_undone', version: 3 })
    const asked = await desk.as(marta).call(acceptances.get, { params: { id: data.acceptanceId ?? '' } })
    assert.equal(asked.data.state, 'WITHDRAWN')
  })

  test('not what was changed since, not by a colleague, but by who leads the desk', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    const { data } = await out(ana, id, { personId: await idOf(marta) })
    assert.equal((await undo(luis, data.operationId)).status, 404)
    const moved = await desk
      .as(ana)
      .call(custody.transfer, { params: { id }, body: { personId: await idOf(jorge) } })
    assert.equal((await undo(ana, data.operationId)).status, 409)
    assert.equal((await undo(sofia, moved.data.operationId)).status, 200)
    assert.equal((await rowOf(id))['person'], await idOf(marta))
  })
})
