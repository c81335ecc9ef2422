import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { acceptances, type BodyIn, custody, mail, operations } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, iris, jorge, marta, nuria } from '../../testing/people.ts'
import { makePlace, makeThing } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const out = async (id: string, body: BodyIn<typeof custody.checkOut>) =>
  (await desk.as(ana).call(custody.checkOut, { params: { id }, body })).data
const back = (by: string, id: string, body: BodyIn<typeof custody.checkIn> = { condition: 'GOOD' }) =>
  desk.as(by).call(custody.checkIn, { params: { id }, body })
const move = (by: string, id: string, body: BodyIn<typeof custody.transfer>) =>
  desk.as(by).call(custody.transfer, { params: { id }, body })

describe('checking in', () => {
  test('back to where it was, to be looked at, with its condition and nobody’s agreement', async () => {
    const store = await makePlace(desk)
    const { id } = await makeThing(desk, {
      locationId: store,
      requiresAcceptance: true,
      policyText: 'Mind it.',
    })
    const { acceptanceId } = await out(id, { personId: await idOf(marta) })
    const { data } = await back(ana, id, { condition: 'MARKED', note: 'A scratch' })
    assert.deepEqual(
      [
        data.status,
        data.subStatus,
        data.personId,
        data.locationId,
        data.condition,
        data.acceptance,
        data.dueAt,
      ],
      ['IN_STOCK', 'TO_INSPECT', null, store, 'MARKED', 'NONE', null],
    )
    const asked = await desk.as(ana).call(acceptances.get, { params: { id: acceptanceId ?? '' } })
    assert.equal(asked.data.state, 'WITHDRAWN')
    const [holding] = await desk.rows<{ isOpen: boolean }>(
      ana,
      'select upper_inf(during) as "isOpen" from app.asset_holdings where asset_id = $1',
      [id],
    )
    assert.equal(holding?.isOpen, false)
  })

  test('to be wiped where its kind bears data; to another place where one is named', async () => {
    const { id } = await makeThing(desk, { bearsData: true })
    await out(id, { personId: await idOf(marta) })
    const other = await makePlace(desk, 'Other')
    const { data } = await back(ana, id, { condition: 'GOOD', locationId: other })
    assert.deepEqual([data.subStatus, data.locationId], ['TO_WIPE', other])
  })

  test('whoever had it gets a receipt by mail, once', async () => {
    const { id, assetTag } = await makeThing(desk, { name: 'ThinkPad X1' })
    await out(id, { personId: await idOf(jorge) })
    await back(ana, id, { condition: 'DAMAGED', note: 'Screen is cracked' })
    await desk.work()
    const { data } = await desk.call(mail.mailbox, { query: { to: jorge, limit: 20 } })
    const receipts = data.data.filter(
      ({ kind, text }) => kind === 'return_receipt' && text.includes(assetTag),
    )
    assert.equal(receipts.length, 1)
    assert.match(receipts[0]?.text ?? '', new RegExp(`> ThinkPad X1 \\(${assetTag}\\), damaged\\n`))
    assert.match(receipts[0]?.text ?? '', /Screen is cracked/)
  })

  test('refuses what is in stock, asks for the condition', async () => {
    const { id, assetTag } = await makeThing(desk)
    const refused = await back(ana, id)
    assert.equal(refused.status, 409)
    assert.equal(refused.problem.detail, `${assetTag} is in stock, so it cannot be taken back.`)
    const response = await desk.deskhand.app.inject({
      method: 'POST',
      url: `/api/v1/assets/${id}/check-in`,
      headers: { authorization: `Bearer ${await desk.token(ana)}` },
      payload: {},
    })
    assert.equal(response.statusCode, 400)
  })

  test('is not for employees, not for another desk, and invisible to another company', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    await out(id, { personId: await idOf(marta) })
    assert.deepEqual(
      [(await back(marta, id)).status, (await back(nuria, id)).status, (await back(iris, id)).status],
      [403, 403, 404],
    )
  })

  test('is undone: they have it again, and are asked again where they had not answered', async () => {
    const { id } = await makeThing(desk, { requiresAcceptance: true, policyText: 'Mind it.' })
    const { acceptanceId } = await out(id, { personId: await idOf(marta) })
    const { data } = await back(ana, id)
    const params = { operationId: data.operationId }
    assert.equal((await desk.as(ana).call(operations.undo, { params, body: {} })).status, 200)
    const asked = await desk.as(marta).call(acceptances.get, { params: { id: acceptanceId ?? '' } })
    assert.deepEqual([asked.data.state, asked.data.things[0]?.endedAt], ['PENDING', null])
  })
})

describe('moving on', () => {
  test('from hand to hand: the next is asked to agree, the one before no more', async () => {
    const { id } = await makeThing(desk, { requiresAcceptance: true, policyText: 'Mind it.' })
    const first = await out(id, { personId: await idOf(marta) })
    const { data } = await move(ana, id, { personId: await idOf(jorge) })
    assert.deepEqual(
      [data.status, data.personId, data.acceptance],
      ['DEPLOYED', await idOf(jorge), 'PENDING'],
    )
    assert.notEqual(data.acceptanceId, first.acceptanceId)
    const asked = await desk.as(marta).call(acceptances.get, { params: { id: first.acceptanceId ?? '' } })
    assert.equal(asked.data.state, 'WITHDRAWN')
    const holdings = await desk.rows(ana, 'select from app.asset_holdings where asset_id = $1', [id])
    assert.equal(holdings.length, 2)
  })

  test('from store to store it stays in stock', async () => {
    const [one, two] = [await makePlace(desk, 'One'), await makePlace(desk, 'Two')]
    const { id } = await makeThing(desk, { locationId: one })
    const { data } = await move(ana, id, { locationId: two })
    assert.deepEqual([data.status, data.subStatus, data.locationId], ['IN_STOCK', 'AVAILABLE', two])
  })

  test('refuses a person for what is in stock, and the same place twice', async () => {
    const store = await makePlace(desk)
    const { id } = await makeThing(desk, { locationId: store })
    const refused = await move(ana, id, { personId: await idOf(marta) })
    assert.deepEqual([refused.status, refused.problem.allowed], [409, ['check-out']])
    assert.equal((await move(ana, id, { locationId: store })).status, 409)
  })

  test('is not for employees, not for another desk, and invisible to another company', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    const locationId = await makePlace(desk)
    const tries = await Promise.all([marta, nuria, iris].map((by) => move(by, id, { locationId })))
    assert.deepEqual(
      tries.map(({ status }) => status),
      [403, 403, 404],
    )
  })
})
