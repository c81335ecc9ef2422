import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AssetState,
  type AssetSubState,
  assetStates,
  assetSubStates,
  type Mover,
} from '@deskhand/contract'
import { type MoveFacts, refusalToMove, requiredFor, subStatesFor, waysFrom } from './moveRules.ts'

type Thing = Parameters<typeof requiredFor>[0]
const thing = (given: Partial<Thing> = {}): Thing => ({
  assetTag: 'LT-1',
  status: 'IN_STOCK',
  subStatus: 'AVAILABLE',
  ownership: 'OWNED',
  bearsData: false,
  dueAt: null,
  personId: null,
  parentAssetId: null,
  ...given,
})
const facts = (given: Partial<MoveFacts> = {}): MoveFacts => ({
  former: 'IN_STOCK',
  partCount: 0,
  openRefs: [],
  ...given,
})
const technician: Mover[] = ['technician']
const lead: Mover[] = ['technician', 'supervisor']
const admin: Mover[] = [...lead, 'admin']

const go = (
  given: Partial<Thing>,
  to: AssetState,
  movers = lead,
  known: Partial<MoveFacts> = {},
  subStatus: AssetSubState | null | undefined = undefined,
) => {
  const it = thing(given)
  const sub = subStatus === undefined ? (subStatesFor(it, movers, to)[0] ?? null) : subStatus
  return refusalToMove({ thing: it, movers, facts: facts(known) }, to, sub)
}

test('what the table does not have is refused in its words, whoever asks', () => {
  for (const from of assetStates.states) {
    for (const to of assetStates.states) {
      if (from === to || assetStates.find(from, to)) continue
      const refusal = go({ status: from, subStatus: assetSubStates[from][0] ?? null }, to, admin)
      assert.deepEqual(refusal, { code: 'state', sentence: assetStates.refusal(from, to) }, `${from} → ${to}`)
    }
  }
})

test('handing out and taking back are other routes; what was with somebody goes back to them', () => {
  assert.match(go({}, 'DEPLOYED')?.sentence ?? '', /Check it out instead/)
  assert.match(
    go({ status: 'DEPLOYED', subStatus: 'NORMAL' }, 'IN_STOCK')?.sentence ?? '',
    /Check it in instead/,
  )
  const mended = { status: 'IN_MAINTENANCE', subStatus: 'INTERNAL' } as const
  assert.match(go(mended, 'DEPLOYED')?.sentence ?? '', /Check it out instead/)
  assert.equal(go(mended, 'DEPLOYED', technician, { former: 'DEPLOYED' }), null)
})

test('who: a technician repairs, whoever leads retires, an admin corrects, the holder reports', () => {
  assert.equal(go({}, 'IN_MAINTENANCE', technician), null)
  assert.equal(go({}, 'IN_MAINTENANCE', [])?.code, 'forbidden')
  assert.equal(go({}, 'RETIRED', technician)?.code, 'forbidden')
  assert.equal(go({}, 'RETIRED', lead), null)
  const gone = { status: 'RETIRED', subStatus: 'SOLD' } as const
  assert.equal(go(gone, 'IN_STOCK', lead)?.code, 'forbidden')
  assert.equal(go(gone, 'IN_STOCK', admin), null)
  assert.equal(go({ status: 'DEPLOYED', subStatus: 'NORMAL' }, 'MISSING', ['holder']), null)
  assert.equal(
    go({ status: 'DEPLOYED', subStatus: 'NORMAL' }, 'IN_MAINTENANCE', ['holder'])?.code,
    'forbidden',
  )
})

test('legal hold: put on and taken off by whoever leads; until then it stays, unless it is lost', () => {
  const held = { subStatus: 'LEGAL_HOLD' } as const
  for (const to of ['IN_MAINTENANCE', 'IN_TRANSIT', 'RETIRED'] as const)
    assert.match(go(held, to)?.sentence ?? '', /legal hold/)
  assert.equal(go(held, 'MISSING', technician), null)
  assert.equal(go(held, 'IN_STOCK', technician, {}, 'AVAILABLE')?.code, 'forbidden')
  assert.equal(go(held, 'IN_STOCK', lead, {}, 'AVAILABLE'), null)
  assert.equal(go({}, 'IN_STOCK', technician, {}, 'LEGAL_HOLD')?.code, 'forbidden')
  assert.equal(go({}, 'IN_STOCK', lead, {}, 'LEGAL_HOLD'), null)
  assert.deepEqual(requiredFor(thing(held), 'IN_STOCK', 'AVAILABLE'), ['subStatus', 'reason'])
})

test('nothing is retired that holds others, and each goes as it can', () => {
  assert.match(go({}, 'RETIRED', lead, { partCount: 2 })?.sentence ?? '', /2 things are part of LT-1/)
  const ways = (given: Partial<Thing>) => subStatesFor(thing(given), lead, 'RETIRED')
  assert.deepEqual(ways({ status: 'DEPLOYED' }), ['SOLD', 'DONATED'])
  assert.deepEqual(ways({ status: 'MISSING' }), ['WRITTEN_OFF'])
  assert.deepEqual(ways({ ownership: 'LEASED' }), ['RETURNED_TO_LESSOR', 'RMA_REPLACED', 'WRITTEN_OFF'])
  assert.ok(!ways({}).includes('RETURNED_TO_LESSOR'))
})

test('what a move must say', () => {
  const cases: [Partial<Thing>, AssetState, AssetSubState | null, string[]][] = [
    [{}, 'RETIRED', 'SOLD', ['subStatus']],
    [{ bearsData: true }, 'RETIRED', 'SOLD', ['subStatus', 'wipeProof']],
    [{ bearsData: true, status: 'MISSING' }, 'RETIRED', 'WRITTEN_OFF', ['subStatus']],
    [{}, 'RETIRED', 'RMA_REPLACED', ['subStatus', 'successorId']],
    [{}, 'MISSING', 'LOST', ['report']],
    [{}, 'MISSING', 'STOLEN', ['report', 'reportNumber']],
    [{ status: 'RETIRED' }, 'IN_STOCK', null, ['reason']],
    [{}, 'IN_MAINTENANCE', 'INTERNAL', []],
  ]
  for (const [given, to, sub, fields] of cases)
    assert.deepEqual(requiredFor(thing(given), to, sub), fields, `${to} ${sub}`)
})

test('what comes back from elsewhere is looked at first, or wiped where it bears data', () => {
  const begins = (given: Partial<Thing>) => subStatesFor(thing(given), technician, 'IN_STOCK')[0]
  assert.equal(begins({ status: 'ORDERED', subStatus: null }), 'AVAILABLE')
  assert.equal(begins({ status: 'IN_MAINTENANCE' }), 'TO_INSPECT')
  assert.equal(begins({ status: 'MISSING', bearsData: true }), 'TO_WIPE')
})

test('every way that is offered is one that is not refused, and no other', () => {
  for (const status of assetStates.states) {
    for (const subStatus of [null, ...assetSubStates[status]]) {
      for (const movers of [[], ['holder'], technician, lead, admin] as Mover[][]) {
        const asked = { thing: thing({ status, subStatus }), movers, facts: facts({ former: 'DEPLOYED' }) }
        const offered = waysFrom(asked)
        for (const { to, subStatuses } of offered) {
          for (const sub of subStatuses) assert.equal(refusalToMove(asked, to, sub), null)
          assert.ok(!subStatuses.some((sub) => to === status && sub === subStatus))
        }
        if (movers.length === 0) assert.deepEqual(offered, [])
      }
    }
  }
})
