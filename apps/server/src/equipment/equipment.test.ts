import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, type BodyIn, custody, equipment, notifications, requests } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, marta, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

async function given(to = jorge, kind: Parameters<typeof makeThing>[1] = {}) {
  const thing = await makeThing(desk, { name: 'ThinkPad X1', deskCode: 'IT', ...kind })
  const { personId } = await desk.who(to)
  const { data } = await desk.as(ana).call(custody.checkOut, { params: { id: thing.id }, body: { personId } })
  return { ...thing, acceptanceId: data.acceptanceId }
}
const mine = async (who = jorge) => (await desk.as(who).call(equipment.mine)).data
const asked = async (ref: string | null) =>
  (await desk.as(ana).call(requests.get, { params: { id: ref ?? '' } })).data
const rowOf = async (id: string) => {
  const [row] = await desk.rows<{ status: string; sub: string; isDisputed: boolean; version: number }>(
    ana,
    'select status, sub_status as sub, is_disputed as "isDisputed", version from app.assets where id = $1',
    [id],
  )
  return row
}

describe('my equipment', () => {
  test('shows what one has and what waits for a signature, and nothing of others', async () => {
    const { id, acceptanceId } = await given(jorge, { requiresAcceptance: true, policyText: 'Mind it.' })
    const { data, toSign } = await mine()
    const thing = data.find((one) => one.id === id)
    assert.deepEqual([thing?.name, thing?.acceptance, thing?.deskCode], ['ThinkPad X1', 'PENDING', 'IT'])
    assert.ok(thing?.since)
    assert.deepEqual(toSign.find((one) => one.id === acceptanceId)?.names, ['ThinkPad X1'])
    for (const other of [marta, ana, iris]) {
      const theirs = await mine(other)
      assert.ok(!theirs.data.some((one) => one.id === id), other)
      assert.ok(!theirs.toSign.some((one) => one.id === acceptanceId), other)
    }
  })
})

type Act = 'confirm' | 'dispute' | 'askReturn' | 'reportFault'
const act = (by: string, id: string, name: Act) => {
  const caller = desk.as(by)
  const params = { id }
  switch (name) {
    case 'confirm':
      return caller.call(equipment.confirm, { params, body: {} })
    case 'dispute':
      return caller.call(equipment.dispute, { params, body: { reason: 'I never got it' } })
    case 'askReturn':
      return caller.call(equipment.askReturn, { params, body: { note: 'I need a box' } })
    case 'reportFault':
      return caller.call(equipment.reportFault, {
        params,
        body: { summary: 'It hums', description: 'All day' },
      })
  }
}

for (const name of ['confirm', 'dispute', 'askReturn', 'reportFault'] as const)
  test(`${name} is for whoever has it: not for others, not for another company`, async () => {
    const { id } = await given()
    const before = await rowOf(id)
    for (const other of [marta, ana, iris]) assert.equal((await act(other, id, name)).status, 404, other)
    assert.deepEqual(await rowOf(id), before)
  })

test('confirming is kept, and may be said again', async () => {
  const { id, assetTag } = await given()
  assert.equal((await mine()).data.find((one) => one.id === id)?.confirmedAt, null)
  assert.ok((await act(jorge, assetTag, 'confirm')).data.confirmedAt)
  assert.equal((await act(jorge, id, 'confirm')).status, 200)
})

test('disputing marks it, opens a request, and is said once', async () => {
  const { id, assetTag } = await given()
  const { data } = await act(jorge, id, 'dispute')
  assert.equal(data.isDisputed, true)
  const request = await asked(data.requestRef)
  assert.equal(request.summary, `I do not have ThinkPad X1 (${assetTag})`)
  assert.match(request.description ?? '', /I never got it/)
  assert.equal((await act(jorge, id, 'dispute')).status, 409)
  assert.equal((await rowOf(id))?.isDisputed, true)
})

test('asking to give it back marks it, opens a request, and is said once', async () => {
  const { id } = await given()
  const { data } = await act(jorge, id, 'askReturn')
  assert.deepEqual([data.isReturnAsked, (await rowOf(id))?.sub], [true, 'TO_RETURN'])
  assert.match((await asked(data.requestRef)).description ?? '', /I need a box/)
  assert.equal((await act(jorge, id, 'askReturn')).status, 409)
})

test('a fault becomes a request about it; the thing stays as it is', async () => {
  const { id, assetTag } = await given()
  const before = await rowOf(id)
  const { data } = await act(jorge, id, 'reportFault')
  const request = await asked(data.requestRef)
  assert.equal(request.summary, 'It hums')
  assert.match(request.description ?? '', new RegExp(assetTag))
  assert.deepEqual(await rowOf(id), before)
})

describe('reporting it missing', () => {
  const report = (by: string, id: string, body: BodyIn<typeof equipment.reportMissing>) =>
    desk.as(by).call(equipment.reportMissing, { params: { id }, body })
  const lost = { subStatus: 'LOST', report: 'On the train' } as const

  test('by whoever has it: missing from then on, with a request for the desk', async () => {
    const { id } = await given()
    const { data } = await report(jorge, id, {
      subStatus: 'STOLEN',
      report: 'From my car',
      policeNumber: 'M-77',
    })
    assert.deepEqual([data.status, (await rowOf(id))?.sub], ['MISSING', 'STOLEN'])
    assert.match((await asked(data.requestRef)).description ?? '', /M-77/)
    assert.equal((await report(jorge, id, lost)).status, 409)
  })

  test('a theft needs the number of the police', async () => {
    const { id } = await given()
    assert.equal((await report(jorge, id, { ...lost, subStatus: 'STOLEN' })).status, 400)
    assert.equal((await rowOf(id))?.status, 'DEPLOYED')
  })

  test('refuses what cannot be missing', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT', status: 'ORDERED', subStatus: null })
    assert.equal((await report(ana, id, lost)).status, 409)
  })

  test('by who keeps it, not by other desks, hidden from others and other companies', async () => {
    const { id } = await given()
    assert.deepEqual(
      (await Promise.all([nuria, marta, iris].map((by) => report(by, id, lost)))).map(({ status }) => status),
      [403, 404, 404],
    )
    assert.equal((await report(ana, id, lost)).status, 200)
  })
})

describe('lost, stolen and found', () => {
  const told = async (who: string, kind: string, tag: string) =>
    (await desk.as(who).call(notifications.list, { query: { limit: 200 } })).data.data.filter(
      (one) => one.kind === kind && one.assetTag === tag,
    )
  const lose = (id: string, body: BodyIn<typeof equipment.reportMissing>) =>
    desk.as(jorge).call(equipment.reportMissing, { params: { id }, body })
  const find = (by: string, id: string) =>
    desk.as(by).call(equipment.reportFound, { params: { id }, body: { note: 'It was in the van' } })

  test('who leads finance hears of it once, with the report, and nobody who does not work there', async () => {
    const { id, assetTag } = await given(jorge)
    await lose(id, { subStatus: 'STOLEN', report: 'From the car', policeNumber: 'AT-77' })
    await desk.work()
    const [leader] = await desk.rows<{ email: string }>(
      ana,
      `select p.email from app.desk_members m join app.people p on p.id = m.person_id
       join app.desks d on d.id = m.desk_id and d.code = 'FINANCE' where m.role = 'SUPERVISOR' and p.state = 'ACTIVE' limit 1`,
    )
    const [news, ...more] = await told(leader?.email ?? '', 'thing_missing', assetTag)
    assert.deepEqual([news?.title, news?.body, more.length], [`${assetTag} was stolen`, 'From the car', 0])
    for (const other of [jorge, marta, iris])
      assert.deepEqual(await told(other, 'thing_missing', assetTag), [], other)
  })

  test('a mere stock-take question is no loss, and nobody hears of it', async () => {
    const { id, assetTag } = await makeThing(desk)
    const body = { to: 'MISSING', subStatus: 'UNCONFIRMED', report: 'Not on its shelf' } as const
    assert.equal((await desk.as(ana).call(assets.transition, { params: { id }, body })).status, 200)
    await desk.work()
    const rows = await desk.rows(
      ana,
      `select n.id from app.notifications n join app.assets a on a.id = n.asset_id where a.asset_tag = $1`,
      [assetTag],
    )
    assert.deepEqual(rows, [])
  })

  test('whoever had it says that they have it again; the desk puts it back', async () => {
    const { id, assetTag } = await given(jorge)
    assert.equal((await find(jorge, id)).status, 409)
    await lose(id, { subStatus: 'LOST', report: 'Somewhere' })
    const { data } = await find(jorge, id)
    assert.equal(data.status, 'MISSING')
    const request = await asked(data.requestRef)
    assert.match(request.summary, /^I found ThinkPad X1/)
    await desk.work()
    assert.equal((await told(ana, 'thing_found', assetTag))[0]?.body, 'It was in the van')
    const body = { to: 'IN_STOCK', subStatus: 'AVAILABLE' } as const
    assert.equal((await desk.as(ana).call(assets.transition, { params: { id }, body })).status, 200)
    assert.equal((await rowOf(id))?.status, 'IN_STOCK')
  })

  test('is not said by others, and invisible to another company', async () => {
    const { id } = await given(jorge)
    await lose(id, { subStatus: 'LOST', report: 'Somewhere' })
    for (const by of [marta, ana, iris]) assert.equal((await find(by, id)).status, 404, by)
  })
})
