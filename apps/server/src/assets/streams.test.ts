import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { type Asset, type AssetEvent, type AssetMove, assets, custody, operations } from '@deskhand/contract'
import fc from 'fast-check'
import { makePlace, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta } from '../testing/people.ts'
import { verifyCompany } from './queries/verify.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const [companyId, people, store, other, room] = await Promise.all([
  desk.who(elena).then((one) => one.companyId),
  Promise.all([jorge, marta].map(async (email) => (await desk.who(email)).personId)),
  makePlace(desk, 'Store'),
  makePlace(desk, 'Other store'),
  makePlace(desk, 'Meeting room'),
])

type Fields = Record<string, unknown>
type Deed =
  | { kind: 'move'; body: AssetMove }
  | { kind: 'change'; body: Fields }
  | { kind: 'out' | 'on'; to: Fields }
  | { kind: 'in'; condition: 'GOOD' | 'DAMAGED' }

const move = (body: AssetMove): Deed => ({ kind: 'move', body })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom(
    move({ to: 'IN_MAINTENANCE', subStatus: 'VENDOR_RMA', reason: 'Hinge' }),
    move({ to: 'IN_STOCK', subStatus: 'AVAILABLE' }),
    move({ to: 'IN_STOCK', subStatus: 'LEGAL_HOLD', reason: 'Case 12' }),
    move({ to: 'IN_STOCK', subStatus: 'AVAILABLE', reason: 'Case closed' }),
    move({ to: 'IN_STOCK', locationId: other, condition: 'MARKED' }),
    move({ to: 'DEPLOYED' }),
    move({ to: 'DEPLOYED', subStatus: 'TO_REPLACE' }),
    move({ to: 'IN_TRANSIT' }),
    move({ to: 'MISSING', subStatus: 'STOLEN', report: 'From the van', reportNumber: 'M-1' }),
    move({ to: 'RETIRED', subStatus: 'SOLD', reason: 'Too old' }),
    move({ to: 'RETIRED', subStatus: 'WRITTEN_OFF' }),
  ),
  fc.constantFrom<Deed>(
    { kind: 'out', to: { personId: people[0] } },
    { kind: 'out', to: { personId: people[1], dueAt: '2035-01-31T17:00:00+01:00' } },
    { kind: 'out', to: { locationId: room } },
    { kind: 'on', to: { personId: people[1] } },
    { kind: 'on', to: { locationId: other } },
    { kind: 'in', condition: 'GOOD' },
    { kind: 'in', condition: 'DAMAGED' },
  ),
  fc.constantFrom<Deed>(
    { kind: 'change', body: { name: 'Übung' } },
    { kind: 'change', body: { name: null, supplier: 'Acme' } },
    { kind: 'change', body: { purchaseCost: { amount: '0129900', currency: 'EUR' } } },
    { kind: 'change', body: { purchaseCost: null, notes: 'a\nb' } },
    { kind: 'change', body: { warrantyEndsOn: '2029-02-28', lockedFields: ['name'] } },
    { kind: 'change', body: { warrantyEndsOn: null, ownership: 'PRIVATE' } },
  ),
)

/** By the product's own routes; what is not legal now is refused there and changes nothing. */
async function perform(id: string, it: Deed): Promise<string | null> {
  const as = desk.as(elena)
  const params = { id }
  switch (it.kind) {
    case 'move': {
      const { status, data } = await as.call(assets.transition, { params, body: it.body }).then(read)
      return status === 200 ? data.operationId : null
    }
    case 'out': {
      const { status, data } = await as.call(custody.checkOut, { params, body: it.to }).then(read)
      return status === 200 ? data.operationId : null
    }
    case 'on': {
      const { status, data } = await as.call(custody.transfer, { params, body: it.to }).then(read)
      return status === 200 ? data.operationId : null
    }
    case 'in': {
      const body = { condition: it.condition }
      const { status, data } = await as.call(custody.checkIn, { params, body }).then(read)
      return status === 200 ? data.operationId : null
    }
    case 'change': {
      const { data } = await as.call(assets.bulk, { body: { assetIds: [id], action: { change: it.body } } })
      return data.operationId
    }
  }
}
const read = <Outcome extends { status: number; data: { operationId: string } }>(outcome: Outcome) => {
  assert.ok([200, 403, 409, 422].includes(outcome.status), String(outcome.status))
  return { status: outcome.status, data: outcome.status === 200 ? outcome.data : { operationId: '' } }
}

const see = async (id: string, asOf?: string): Promise<Omit<Asset, 'mayChange'>> => {
  const { data } = await desk.as(elena).call(assets.get, { params: { id }, query: asOf ? { asOf } : {} })
  const { mayChange: _, ...thing } = data
  return thing
}
/** Whether it is among what this person has, or had at the end of that day. */
async function isTheirs(id: string, personId: string, asOf: string): Promise<boolean> {
  const { data } = await desk.as(elena).call(assets.list, { query: { personId, asOf, limit: 200 } })
  return data.data.some((one) => one.id === id)
}
const begin = () => makeThing(desk, { locationId: store, condition: 'NEW' })

test('whatever legal is done with it: the fold of its events is its row, and each day is what that day was', async () => {
  const [company] = await desk.rows<{ zone: string }>(ana, 'select zone from app.companies')
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(company?.zone ?? 'UTC')
      .toPlainDate()
      .toString()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (deeds) => {
      clock.reset()
      const { id } = await begin()
      const days: [day: string, moment: string, thing: Awaited<ReturnType<typeof see>>][] = []
      for (const one of deeds) {
        await perform(id, one)
        const now = clock.now()
        days.push([dayOf(now), now.toISOString(), await see(id)])
        clock.shiftBy(86_400_000)
      }
      for (const [day, moment, thing] of days) {
        assert.deepEqual(await see(id, day), thing, day)
        assert.deepEqual(await see(id, moment), thing, moment)
        for (const personId of people)
          assert.equal(await isTheirs(id, personId, day), thing.personId === personId, day)
      }
      assert.deepEqual((await verifyCompany(desk.database.pools, companyId)).differences, [])
    }),
    { numRuns: 15 },
  )
})

/** What is left when some deeds, and what took them back, are not read. */
function foldWithout(lines: readonly AssetEvent[], undone: ReadonlySet<string>): Fields {
  const undoings = new Set(lines.filter(({ cause }) => cause).map(({ operationId }) => operationId ?? ''))
  const state: Fields = {}
  for (const { operationId, changes } of lines.toReversed()) {
    const isUndoing = undone.size > 0 && undoings.has(operationId ?? '')
    if (isUndoing || undone.has(operationId ?? '')) continue
    for (const [field, [, now]] of Object.entries(changes)) state[field] = now
  }
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null))
}

test('undoing any of it that can be undone is as if it had never been done', async () => {
  let undoneInAll = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(deed, fc.nat({ max: 99 })), { minLength: 4, maxLength: 10 }),
      async (plan) => {
        const { id } = await begin()
        const done: [operationId: string, order: number][] = []
        for (const [one, order] of plan) {
          const operationId = await perform(id, one)
          if (operationId) done.push([operationId, order])
        }
        const undone = new Set<string>()
        // In any order, and not all of them.
        for (const [operationId, order] of done.toSorted(([, a], [, b]) => a - b)) {
          if (order % 3 === 0) continue
          const { status } = await desk.as(elena).call(operations.undo, { params: { operationId }, body: {} })
          assert.ok([200, 409].includes(status), String(status))
          if (status === 200) undone.add(operationId)
        }
        undoneInAll += undone.size
        const { data } = await desk.as(elena).call(assets.events, { params: { id }, query: { limit: 200 } })
        assert.deepEqual(foldWithout(data.data, undone), foldWithout(data.data, new Set()))
        assert.deepEqual((await verifyCompany(desk.database.pools, companyId)).differences, [])
      },
    ),
    { numRuns: 15 },
  )
  assert.ok(undoneInAll > 5, `${undoneInAll} were undone`)
})
