import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { type AssetReservation, assetReservations, assets, operations } from '@deskhand/contract'
import fc from 'fast-check'
import { verifyCompany } from '../assets/queries/verify.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, jorge, marta } from '../testing/people.ts'
import { forHours, makeLoanable } from './testing/loanable.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const people = await Promise.all([marta, jorge].map(async (email) => (await desk.who(email)).personId))
const { companyId } = await desk.who(elena)

type Deed =
  | { kind: 'make'; from: number; length: number; any: boolean; who: number; thing: number }
  | { kind: 'move'; which: number; to: 'RESERVED' | 'ONGOING' | 'COMPLETE' | 'CANCELLED' | 'REQUESTED' }
  | { kind: 'shift'; which: number; from: number; length: number }
  | { kind: 'wait'; hours: number }

const from = fc.integer({ min: 1, max: 96 })
const length = fc.integer({ min: 1, max: 40 })
const which = fc.nat({ max: 30 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('make' as const),
      from,
      length,
      any: fc.boolean(),
      who: fc.nat({ max: 1 }),
      thing: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which,
      to: fc.constantFrom(
        'RESERVED' as const,
        'ONGOING' as const,
        'COMPLETE' as const,
        'CANCELLED' as const,
        'REQUESTED' as const,
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('shift' as const), which, from, length }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 20 }) }),
  },
)
type Loanable = Awaited<ReturnType<typeof makeLoanable>>

const allOf = async ({ modelId }: Loanable): Promise<AssetReservation[]> =>
  (await desk.as(elena).call(assetReservations.list, { query: { modelId, limit: 200 } })).data.data
const things = ({ things: made }: Loanable) =>
  Promise.all(
    made.map(async ({ id }) => {
      const { data } = await desk.as(elena).call(assets.get, { params: { id } })
      return [data.status, data.subStatus, data.personId, data.dueAt] as const
    }),
  )

/** By the product's own routes; what is not legal now is refused there and changes nothing. */
async function perform(loanable: Loanable, it: Deed): Promise<string | null> {
  if (it.kind === 'wait') {
    clock.shiftBy(it.hours * 3_600_000)
    return null
  }
  const as = desk.as(elena)
  const outcome = await (async () => {
    if (it.kind === 'make') {
      const wish = it.any ? { modelId: loanable.modelId } : { assetId: loanable.things[it.thing]?.id ?? '' }
      const personId = people[it.who] ?? ''
      return as.call(assetReservations.create, {
        body: { ...wish, personId, ...forHours(it.from, it.from + it.length) },
      })
    }
    const all = await allOf(loanable)
    const params = { id: all[it.which % Math.max(1, all.length)]?.id ?? '' }
    if (all.length === 0) return null
    if (it.kind === 'shift')
      return as.call(assetReservations.change, { params, body: forHours(it.from, it.from + it.length) })
    const body = { to: it.to, ...(it.to === 'COMPLETE' && { condition: 'GOOD' as const }) }
    return as.call(assetReservations.transition, { params, body })
  })()
  if (!outcome) return null
  assert.ok([200, 201, 403, 409, 422].includes(outcome.status), String(outcome.status))
  return outcome.status < 300 ? outcome.data.operationId : null
}

const keeping = new Set(['REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE'])
/** Two of one thing at once, by the time that each keeps it. */
function overlaps(all: readonly AssetReservation[]): AssetReservation[][] {
  const kept = all.filter(({ state }) => keeping.has(state))
  return kept.flatMap((one, at) =>
    kept
      .slice(at + 1)
      .filter(
        (other) =>
          other.assetId === one.assetId && other.startsAt < one.freeAt && one.startsAt < other.freeAt,
      )
      .map((other) => [one, other]),
  )
}

test('whatever legal is done, no two have one thing at once, and what is out is with whom it is reserved for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 20 }), async (deeds) => {
      clock.reset()
      const loanable = await makeLoanable(desk, 2, { bufferMinutes: 90 })
      for (const one of deeds) {
        await perform(loanable, one)
        assert.deepEqual(overlaps(await allOf(loanable)), [])
      }
      for (const { state, assetId, personId } of await allOf(loanable)) {
        if (state !== 'ONGOING') continue
        const { data } = await desk.as(elena).call(assets.get, { params: { id: assetId ?? '' } })
        assert.deepEqual([data.status, data.personId], ['DEPLOYED', personId])
      }
      assert.deepEqual((await verifyCompany(desk.database.pools, companyId)).differences, [])
    }),
    { numRuns: 12 },
  )
})

/** All that one sees of them, but for how often and when they were written. */
const seen = (all: readonly AssetReservation[]) => all.map(({ version: _, updatedAt: __, ...one }) => one)

test('undoing a deed is as if it had never been done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 14 }), async (deeds) => {
      clock.reset()
      const loanable = await makeLoanable(desk, 2, { bufferMinutes: 90 })
      for (const one of deeds) {
        const before = [seen(await allOf(loanable)), await things(loanable)]
        const operationId = await perform(loanable, one)
        if (!operationId) continue
        const { status } = await desk.as(elena).call(operations.undo, { params: { operationId }, body: {} })
        assert.equal(status, 200)
        assert.deepEqual([seen(await allOf(loanable)), await things(loanable)], before)
        // Once more and for good, so that there is something to go on from.
        await perform(loanable, one)
      }
    }),
    { numRuns: 12 },
  )
})
