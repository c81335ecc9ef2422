import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  type Alert,
  type AlertKind,
  alerts,
  assets,
  type BodyIn,
  custody,
  notifications,
  requestAssets,
  requests,
  stock,
} from '@deskhand/contract'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { makePlace } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { openRecord } from '../platform/log/record.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, marta, olga, sofia } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const kinds = await ownKinds(desk)

const inDays = (days: number) =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

async function tick(name: string, now = clock.now()) {
  const { companyId } = await desk.who(ana)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const schedule = schedules.find((one) => one.name === name)
  assert.ok(schedule)
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => schedule.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now }),
    write,
  )
}
const morning = () => tick('alerts.look')
const of = async (subjectId: string, state = 'OPEN,ACKNOWLEDGED,SNOOZED,RESOLVED', who = ana) =>
  (await desk.as(who).call(alerts.list, { query: { subjectId, state } })).data.data
async function only(subjectId: string): Promise<Alert> {
  const [alert, ...more] = await of(subjectId)
  assert.ok(alert)
  assert.equal(more.length, 0)
  return alert
}
const thing = (more: object) => addAsset(desk, { categoryId: kinds.categoryId, ...more })
/** A thing whose warranty ends in some days, with its alert. */
async function found(days = 20) {
  const { id, assetTag } = await thing({ warrantyEndsOn: inDays(days) })
  await morning()
  return { assetId: id, assetTag, alert: await only(id) }
}
const call = (who: string, verb: 'acknowledge' | 'resolve', { id, version }: Pick<Alert, 'id' | 'version'>) =>
  desk.as(who).call(alerts[verb], { params: { id }, headers: { 'if-match': `"${version}"` } })

test('each source finds what holds and says it in a sentence, the earliest day first', async () => {
  const [covered, old, leased, aged, far, ancient] = await Promise.all([
    thing({ warrantyEndsOn: inDays(20) }),
    thing({ endOfLifeOn: inDays(-3) }),
    thing({ ownership: 'LEASED', lessor: 'Grenke', leaseEndsOn: inDays(-1) }),
    thing({
      modelId: kinds.modelId,
      purchaseDate: inDays(-(5 * 365 + 20)),
      warrantyEndsOn: null,
      endOfLifeOn: null,
    }),
    thing({ warrantyEndsOn: inDays(400), endOfLifeOn: inDays(900) }),
    thing({ endOfLifeOn: inDays(-200) }),
  ])
  const lent = await thing({})
  await desk.as(ana).call(custody.checkOut, {
    params: { id: lent.id },
    body: {
      personId: (await desk.who(marta)).personId,
      dueAt: new Date(clock.now().getTime() + 60_000).toISOString(),
    },
  })
  await tick('alerts.look', new Date(clock.now().getTime() + 3 * 86_400_000))
  const said = async ({ id }: { id: string }) =>
    (await of(id)).map(({ kind, severity, title }) => [kind, severity, title.replace(/ \d.*/, '')])
  assert.deepEqual(await said(covered), [
    ['warranty_ends', 'INFO', `The warranty of ${covered.assetTag} ends on`],
  ])
  assert.deepEqual(await said(old), [['life_ends', 'WARNING', `Planned end of life of ${old.assetTag}:`]])
  assert.deepEqual(await said(leased), [
    ['lease_ends', 'CRITICAL', `${leased.assetTag} goes back to Grenke: leased until`],
  ])
  assert.deepEqual(await said(aged), [
    ['life_ends', 'WARNING', `By its age ${aged.assetTag} is to be replaced:`],
  ])
  assert.deepEqual([await said(far), await said(ancient)], [[], []])
  assert.match((await only(lent.id)).title, /was due back on .*; Marta/)
  const all = (await desk.as(ana).call(alerts.list, { query: { limit: 200 } })).data.data
  assert.deepEqual(
    all.map(({ day }) => day),
    all.map(({ day }) => day).sort(),
  )
})

test('the same case never opens twice, not even after somebody settled it; another day is another case', async () => {
  const { assetId, alert } = await found()
  await Promise.all([morning(), morning()])
  assert.equal((await only(assetId)).version, alert.version)
  const { data } = await call(ana, 'resolve', alert)
  assert.deepEqual([data.state, data.holds, data.resolvedByName], ['RESOLVED', true, 'Ana Ruiz'])
  await morning()
  assert.equal((await only(assetId)).state, 'RESOLVED')
  await desk.as(ana).call(assets.change, { params: { id: assetId }, body: { warrantyEndsOn: inDays(25) } })
  await morning()
  assert.deepEqual(
    (await of(assetId)).map(({ state, holds }) => [state, holds]),
    [
      ['RESOLVED', false],
      ['OPEN', true],
    ],
  )
})

test('what is over ends by itself within the hour, in whatever state it was', async () => {
  const { assetId, alert } = await found()
  await call(ana, 'acknowledge', alert)
  await desk.as(ana).call(assets.change, { params: { id: assetId }, body: { warrantyEndsOn: null } })
  await tick('alerts.keep_up')
  const over = await only(assetId)
  assert.deepEqual([over.state, over.holds, over.resolvedByName], ['RESOLVED', false, null])
  const again = await desk.as(ana).call(alerts.reopen, { params: { id: alert.id }, body: {} })
  assert.equal(again.status, 409)
})

test('it is taken in hand, snoozed and woken, settled and taken back, each by the table', async () => {
  const { alert } = await found()
  const seen = await call(ana, 'acknowledge', alert)
  assert.deepEqual([seen.data.state, seen.data.acknowledgedByName], ['ACKNOWLEDGED', 'Ana Ruiz'])
  const twice = await call(ana, 'acknowledge', seen.data)
  assert.equal(twice.status, 409)
  assert.deepEqual(twice.problem.allowed, ['OPEN', 'SNOOZED', 'RESOLVED'])
  assert.equal((await call(sofia, 'resolve', alert)).status, 412)

  const params = { id: alert.id }
  const until = new Date(clock.now().getTime() + 3_600_000)
  const slept = await desk.as(ana).call(alerts.snooze, { params, body: { until: until.toISOString() } })
  assert.equal(slept.data.state, 'SNOOZED')
  await tick('alerts.keep_up')
  assert.equal((await desk.as(ana).call(alerts.get, { params })).data.state, 'SNOOZED')
  await tick('alerts.keep_up', new Date(until.getTime() + 1))
  const awake = (await desk.as(ana).call(alerts.get, { params })).data
  assert.deepEqual([awake.state, awake.snoozedUntil], ['OPEN', null])

  await call(ana, 'resolve', awake)
  const back = await desk.as(ana).call(alerts.reopen, { params, body: { to: 'ACKNOWLEDGED' } })
  assert.deepEqual([back.data.state, back.data.resolvedAt], ['ACKNOWLEDGED', null])
})

test('a time that has passed, or a year on, is no time to sleep until', async () => {
  const { alert } = await found()
  for (const until of [inDays(-1), inDays(500)]) {
    const refused = await desk
      .as(ana)
      .call(alerts.snooze, { params: { id: alert.id }, body: { until: `${until}T09:00:00Z` } })
    assert.equal(refused.status, 422)
    assert.equal(refused.problem.errors?.[0]?.pointer, '/until')
  }
})

test('a request is made of it once, about the same thing, and takes it in hand', async () => {
  const { assetId, assetTag, alert } = await found()
  const params = { id: alert.id }
  const made = await desk.as(ana).call(alerts.makeRequest, { params, body: {} })
  assert.equal(made.status, 201)
  assert.equal(made.data.state, 'ACKNOWLEDGED')
  const { id = '' } = made.data.request ?? {}
  const request = (await desk.as(ana).call(requests.get, { params: { id } })).data
  assert.match(request.summary, new RegExp(`^The warranty of ${assetTag} ends on `))
  const about = (await desk.as(ana).call(requestAssets.list, { params: { id } })).data.data
  assert.deepEqual(
    about.map((one) => one.id),
    [assetId],
  )
  const again = await desk.as(ana).call(alerts.makeRequest, { params, body: {} })
  assert.equal(again.status, 409)
})

test('many at once are one piece of news of each kind and day, for who leads', async () => {
  await Promise.all([thing({ warrantyEndsOn: inDays(12) }), thing({ warrantyEndsOn: inDays(13) })])
  await morning()
  await thing({ warrantyEndsOn: inDays(14) })
  await morning()
  await desk.work()
  const told = async (who: string) =>
    (await desk.as(who).call(notifications.list, { query: { limit: 100 } })).data.data.filter(
      ({ kind, title }) => kind === 'alerts_opened' && title.startsWith('Warranty ends'),
    )
  // The category of these lies at no desk: they are the company's.
  assert.equal((await told(elena)).length, 1)
  assert.deepEqual(await told(ana), [])
})

test('a rule says how early and whether at all, and Deskhand looks at once', async () => {
  const { id } = await thing({ warrantyEndsOn: inDays(90) })
  const listed = (await desk.as(elena).call(alerts.rules, {})).data.data
  const kind: AlertKind = 'warranty_ends'
  const rule = listed.find((one) => one.kind === kind)
  assert.ok(rule?.id)
  assert.deepEqual([rule.days, rule.usualDays], [45, 30])
  await morning()
  assert.deepEqual(await of(id), [])
  const params = { id: rule.id }
  const changed = await desk.as(elena).call(alerts.changeRule, { params, body: { days: 100 } })
  assert.equal(changed.data.days, 100)
  assert.equal((await only(id)).state, 'OPEN')
  assert.equal((await desk.as(elena).call(alerts.addRule, { body: { kind, days: 3 } })).status, 409)
  await desk.as(elena).call(alerts.changeRule, { params, body: { isActive: false } })
  assert.deepEqual([(await only(id)).state, (await only(id)).holds], ['RESOLVED', false])
  await desk.as(elena).call(alerts.removeRule, { params })
  const usual = (await desk.as(elena).call(alerts.rules, {})).data.data.find((one) => one.kind === kind)
  assert.deepEqual([usual?.id, usual?.days, usual?.isActive], [null, 30, true])
  const added = await desk.as(elena).call(alerts.addRule, { body: { kind, days: 45 } })
  assert.deepEqual([added.status, added.data.days], [201, 45])
})

test('it is for whoever works at a desk, and for no other company', async () => {
  const { assetId, alert } = await found()
  assert.equal((await desk.as(marta).call(alerts.list, {})).status, 403)
  assert.equal((await desk.as(marta).call(alerts.counts, {})).status, 403)
  assert.equal((await desk.as(ana).call(alerts.rules, {})).status, 403)
  assert.deepEqual(await of(assetId, 'OPEN', iris), [])
  for (const verb of ['acknowledge', 'resolve'] as const)
    assert.equal((await call(iris, verb, alert)).status, 404)
  assert.equal((await desk.as(olga).call(alerts.get, { params: { id: alert.id } })).status, 404)
  assert.equal(
    (await desk.as(iris).call(alerts.makeRequest, { params: { id: alert.id }, body: {} })).status,
    404,
  )
})

test('the numbers of the navigation are those of the list', async () => {
  const counts = (await desk.as(ana).call(alerts.counts, {})).data
  const open = async (kind: AlertKind, cursor?: string): Promise<number> => {
    const query = { kind, state: 'OPEN', limit: 200, ...(cursor && { cursor }) }
    const { data, page } = (await desk.as(ana).call(alerts.list, { query })).data
    return data.length + (page.next ? await open(kind, page.next) : 0)
  }
  for (const one of counts.kinds) assert.equal(await open(one.kind), one.open)
  assert.equal(
    counts.open,
    counts.kinds.reduce((sum, one) => sum + one.open, 0),
  )
})

test('stock that runs low opens, gets worse as another case, and ends when enough comes', async () => {
  const place = await makePlace(desk, 'Store')
  const thresholds = [{ locationId: place, minimum: 2, reorderPoint: 4 }]
  const item = await addItem(desk, { kind: 'CONSUMABLE', thresholds }, { at: { [place]: 4 } })
  const move = (body: BodyIn<typeof stock.move>) =>
    desk.as(ana).call(stock.move, { params: { id: item.id }, body })
  await morning()
  await morning()
  const order = await only(item.id)
  assert.deepEqual([order.kind, order.severity, order.subject.type], ['stock_low', 'INFO', 'stock_item'])
  assert.match(order.title, / should be ordered at Store .*: 4 left$/)
  await move({ type: 'ADJUST', locationId: place, change: -3, reason: 'Counted' })
  await morning()
  const standing = await of(item.id, 'OPEN')
  assert.deepEqual(
    standing.map(({ severity }) => severity),
    ['WARNING'],
  )
  await move({ type: 'RECEIVE', locationId: place, quantity: 10 })
  await tick('alerts.keep_up')
  assert.deepEqual(await of(item.id, 'OPEN'), [])
})

test('two places of one name are told apart by the buildings that they are in', async () => {
  const [site, ...ids] = [newId(), newId(), newId(), newId(), newId()]
  const [one = '', other = '', east = '', west = ''] = ids
  await desk.rows(
    ana,
    `insert into app.locations (company_id, id, kind, name, parent_id, path, is_store)
     select c.company_id, l.* from app.companies c, (values
       ($1::uuid, 'SITE', 'Site ' || $1, null::uuid, array[$1::uuid], false),
       ($2::uuid, 'BUILDING', 'East', $1::uuid, array[$1::uuid, $2::uuid], false),
       ($3::uuid, 'BUILDING', 'West', $1::uuid, array[$1::uuid, $3::uuid], false),
       ($4::uuid, 'ROOM', 'Store', $2::uuid, array[$1::uuid, $2::uuid, $4::uuid], true),
       ($5::uuid, 'ROOM', 'Store', $3::uuid, array[$1::uuid, $3::uuid, $5::uuid], true)) l`,
    [site, east, west, one, other],
  )
  const thresholds = [one, other].map((locationId) => ({ locationId, minimum: 3, reorderPoint: 4 }))
  const item = await addItem(desk, { kind: 'CONSUMABLE', thresholds }, { at: { [one]: 1, [other]: 1 } })
  await morning()
  assert.deepEqual(
    (await of(item.id, 'OPEN')).map(({ title }) => title).sort(),
    ['East', 'West'].map(
      (building) => `${item.name} is below its minimum at Store, ${building}, Site ${site}: 1 left`,
    ),
  )
})
