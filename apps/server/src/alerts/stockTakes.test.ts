import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { alerts, operations } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { deedsOf } from '../stock-takes/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, olga, sofia } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const deeds = deedsOf(desk)

async function morning() {
  const { companyId } = await desk.who(ana)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const look = schedules.find(({ name }) => name === 'alerts.look')
  assert.ok(look)
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => look.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now: clock.now() }),
    write,
  )
}

test('what a stock-take did not find stands in one alert until it is found or the completing undone', async () => {
  const [locationId, categoryId] = [await makePlace(desk), await makeCategory(desk)]
  const [one, two] = [
    await makeThing(desk, { locationId, categoryId }),
    await makeThing(desk, { locationId, categoryId }),
  ]
  const it = await deeds.begin({ locationIds: [locationId] })
  await deeds.move(it.id, 'REVIEW')
  const said = async (who = ana) =>
    (await desk.as(who).call(alerts.list, { query: { subjectId: it.id, state: 'OPEN' } })).data.data.map(
      ({ kind, title }) => [kind, title],
    )
  await morning()
  assert.deepEqual(await said(), [])
  const { data } = await deeds.complete(sofia, it.id)
  await morning()
  await morning()
  const both = `Not found at “Winter” and still missing: ${[one.assetTag, two.assetTag].sort().join(', ')}`
  assert.deepEqual(await said(), [['stock_take_missing', both]])
  assert.deepEqual(await said(olga), [])
  await desk.as(sofia).call(operations.undo, { params: { operationId: data.operationId ?? '' }, body: {} })
  await desk.work()
  await morning()
  assert.deepEqual(await said(), [])
})
