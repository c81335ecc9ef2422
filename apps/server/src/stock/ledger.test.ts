import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifications, operations, stock } from '@deskhand/contract'
import fc from 'fast-check'
import { makePlace, makeThing } from '../custody/sample.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta } from '../testing/people.ts'
import { recount } from './queries/recount.ts'
import { addItem } from './sample.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const { companyId } = await desk.who(elena)
const places = [await makePlace(desk, 'A'), await makePlace(desk, 'B')] as const
const holders = [
  { personId: (await desk.who(jorge)).personId },
  { personId: (await desk.who(marta)).personId },
  { assetId: (await makeThing(desk)).id },
] as const

type Deed = {
  kind: 'RECEIVE' | 'ISSUE' | 'RETURN' | 'ADJUST' | 'TRANSFER' | 'RESERVE'
  place: 0 | 1
  holder: 0 | 1 | 2
  quantity: number
}
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('RECEIVE', 'RECEIVE', 'ISSUE', 'RETURN', 'ADJUST', 'TRANSFER', 'RESERVE'),
  place: fc.constantFrom(0, 1),
  holder: fc.constantFrom(0, 1, 2),
  quantity: fc.integer({ min: 1, max: 6 }),
})

/** By the product's own routes; what is not legal now is refused there. Answers the operation that did it. */
async function perform(id: string, requestId: string, it: Deed): Promise<string | null> {
  const as = desk.as(elena)
  const { kind, quantity } = it
  const locationId = places[it.place]
  const params = { id }
  const to = holders[it.holder]
  const { status, data } = await (kind === 'TRANSFER'
    ? as.call(stock.transfer, {
        params,
        body: { fromLocationId: locationId, toLocationId: places[it.place === 0 ? 1 : 0], quantity },
      })
    : kind === 'RESERVE'
      ? as.call(stock.reserve, { params, body: { requestId, locationId, quantity } })
      : as.call(stock.move, {
          params,
          body:
            kind === 'RECEIVE'
              ? { type: kind, locationId, quantity }
              : kind === 'ADJUST'
                ? {
                    type: kind,
                    locationId,
                    change: it.holder === 0 ? quantity : -quantity,
                    reason: 'Counted',
                  }
                : { type: kind, locationId, quantity, ...to },
        })
  ).then((outcome) => ({
    status: outcome.status,
    data: outcome.status === 201 ? outcome.data : { operationId: '' },
  }))
  assert.ok([201, 409, 422].includes(status), String(status))
  return status === 201 ? data.operationId : null
}

type Sums = Record<string, number>
/** What the lines of an item come to, but for those of these movements. */
async function sumsOf(id: string, without: readonly string[] = []): Promise<Sums> {
  const rows = await desk.rows<{ key: string; sum: string }>(
    elena,
    `select l.account || ' ' || l.holder_id as key, sum(l.quantity) as sum from app.stock_lines l
     join app.stock_movements m on m.id = l.movement_id
     left join app.stock_movements undone on undone.id = m.undoes_id
     where l.item_id = $1 and not coalesce(coalesce(m.operation_id, undone.operation_id) = any ($2::uuid[]), false)
     group by 1 having sum(l.quantity) <> 0 order by 1`,
    [id, without],
  )
  return Object.fromEntries(rows.map(({ key, sum }) => [key, Number(sum)]))
}
async function balancesOf(id: string): Promise<Sums> {
  const rows = await desk.rows<{ key: string; quantity: string }>(
    elena,
    `select account || ' ' || holder_id as key, quantity from app.stock_balances
     where item_id = $1 and quantity <> 0 order by 1`,
    [id],
  )
  return Object.fromEntries(rows.map(({ key, quantity }) => [key, Number(quantity)]))
}
const drifts = () => transact(desk.database.pools.worker, { companyId, personId: null }, recount)

test('whatever legal is done: sums are zero, balances are the recount, nothing is below zero, and undoing any of it is as if it had never been', async () => {
  const { id: requestId } = await ask(desk)
  await put(desk, requestId, inState.IN_PROGRESS)
  let undoneInAll = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(deed, fc.nat({ max: 99 })), { minLength: 4, maxLength: 14 }),
      async (plan) => {
        const { id } = await addItem(desk, { kind: 'ACCESSORY' })
        const done: [operationId: string, order: number][] = []
        for (const [one, order] of plan) {
          const operationId = await perform(id, requestId, one)
          if (operationId) done.push([operationId, order])
        }
        assert.deepEqual(await balancesOf(id), await sumsOf(id))
        const undone: string[] = []
        // In any order, and not all of them.
        for (const [operationId, order] of done.toSorted(([, a], [, b]) => a - b)) {
          if (order % 3 === 0) continue
          const { status } = await desk.as(elena).call(operations.undo, { params: { operationId }, body: {} })
          assert.ok([200, 409].includes(status), String(status))
          if (status === 200) undone.push(operationId)
        }
        undoneInAll += undone.length
        const balances = await balancesOf(id)
        assert.deepEqual(balances, await sumsOf(id))
        assert.deepEqual(balances, await sumsOf(id, undone))
        assert.equal(
          Object.values(balances).reduce((sum, quantity) => sum + quantity, 0),
          0,
        )
        for (const [key, quantity] of Object.entries(balances))
          assert.ok(quantity > 0 || /^(USED|SUPPLIER|ADJUSTMENT) /.test(key), key)
        assert.deepEqual(await drifts(), [])
      },
    ),
    { numRuns: 20 },
  )
  assert.ok(undoneInAll > 5, `${undoneInAll} were undone`)
})

test('the database refuses lines that do not sum to zero, places below zero, and changes of what was written', async () => {
  const { id } = await addItem(desk, {}, { at: { [places[0]]: 2 } })
  const run = (sql: string, values: unknown[] = []) => desk.rows(elena, sql, values)
  const [movement] = await desk.rows<{ id: string }>(
    elena,
    'select id from app.stock_movements where item_id = $1',
    [id],
  )
  const crooked = run(
    `insert into app.stock_lines (company_id, movement_id, position, item_id, account, location_id, quantity)
     select company_id, id, 3, item_id, 'PLACE', $2, 1 from app.stock_movements where id = $1`,
    [movement?.id, places[0]],
  )
  await assert.rejects(crooked, /do not sum to zero/)
  await assert.rejects(
    run(`update app.stock_lines set quantity = 9 where item_id = $1`, [id]),
    /permission denied/,
  )
  await assert.rejects(run(`delete from app.stock_lines where item_id = $1`, [id]), /permission denied/)
  await assert.rejects(run(`delete from app.stock_movements where item_id = $1`, [id]), /permission denied/)
  const below = run(`update app.stock_balances set quantity = -1 where item_id = $1 and account = 'PLACE'`, [
    id,
  ])
  await assert.rejects(below, /stock_balances_there/)
})

test('a balance that drifted is found the next night, and whoever runs the company is told', async () => {
  const { id, name } = await addItem(desk, {}, { at: { [places[0]]: 2 } })
  await desk.rows(
    elena,
    `update app.stock_balances set quantity = quantity + 1 where item_id = $1 and account = 'PLACE'`,
    [id],
  )
  const found = (await drifts()).filter(({ itemId }) => itemId === id)
  assert.deepEqual(
    found.map(({ account, balance, lines }) => [account, balance, lines]),
    [['PLACE', 3, 2]],
  )
  const nightly = schedules.find((one) => one.name === 'stock.recount')
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    async (tx) => {
      await nightly?.run({ tx, db: tx.db, record, companyId, zone: 'UTC', now: new Date() })
    },
    write,
  )
  await desk.work()
  const told = async (who: string) =>
    (await desk.as(who).call(notifications.list, { query: {} })).data.data.filter(
      ({ kind }) => kind === 'stock_drifted',
    )
  assert.ok((await told(elena))[0]?.body?.includes(name))
  assert.deepEqual(await told(ana), [])
  await desk.rows(
    elena,
    `update app.stock_balances set quantity = quantity - 1 where item_id = $1 and account = 'PLACE'`,
    [id],
  )
  assert.deepEqual(await drifts(), [])
})

test('the demo companies have stock that adds up, of which some runs low and some is waited for', async () => {
  const { data } = await desk.as(ana).call(stock.belowMinimum)
  assert.ok(data.data.length > 3)
  const { data: waited } = await desk.as(ana).call(stock.list, { query: { text: 'DDR4', limit: 1 } })
  const { data: item } = await desk.as(ana).call(stock.get, { params: { id: waited.data[0]?.id ?? '' } })
  assert.deepEqual(
    item.reservations.map(({ state }) => state),
    ['WAITING'],
  )
  assert.ok((await desk.as(iris).call(stock.list, { query: {} })).data.data.length > 3)
})
