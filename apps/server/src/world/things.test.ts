import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  type AssetFields,
  assetStates,
  assetSubStates,
  checkAnswers,
  discovery,
  type EventName,
  events,
  type FormField,
  software,
} from '@deskhand/contract'
import { assetColumns } from '../assets/access.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, everybody, iris, luis, marta } from '../testing/people.ts'
import { thingLinesOf, thingsOf } from './things.ts'
import { makeWorld } from './world.ts'

const desk = await openDesk()
after(() => desk.close())

type Row = AssetFields & { id: string; version: number; updatedAt: string }
type Line = {
  id: string
  name: EventName
  version: number
  changes: Record<string, [unknown, unknown]>
  data: Record<string, unknown>
  at: string
}
type Holding = { assetId: string; since: number; personId: string | null; from: string; until: string | null }

const rowsOf = (email: string) =>
  desk.rows<{ thing: Row }>(
    email,
    `select to_jsonb(one) as thing from (select a.id, a.version, a.updated_at as "updatedAt", ${Object.entries(
      assetColumns,
    )
      .map(([field, column]) => `${column} as "${field}"`)
      .join(', ')} from app.assets a) one`,
  )
const linesOf = (email: string) =>
  desk.rows<Line>(
    email,
    `select subject_id as id, name, subject_version as version, changes, data, at::text from app.events
     where subject_version is not null and subject_type = 'asset' order by app.events.id`,
  )

for (const email of [marta, iris]) {
  test(`the stream of each thing of ${email} gives its row, by legal moves, in the order of time`, async () => {
    const rows = (await rowsOf(email)).map(({ thing }) => thing)
    const streams = Map.groupBy(await linesOf(email), ({ id }) => id)
    const holdings = Map.groupBy(
      await desk.rows<Holding>(
        email,
        `select asset_id as "assetId", since_version as since, person_id as "personId", lower(during)::text as "from",
           upper(during)::text as until from app.asset_holdings order by asset_id, since_version`,
      ),
      ({ assetId }) => assetId,
    )
    assert.equal(streams.size, rows.length)
    for (const { id, version, updatedAt, ...row } of rows) {
      const stream = streams.get(id) ?? []
      const state: Record<string, unknown> = {}
      const held: { since: number; personId: unknown; until: string | null }[] = []
      let before = ''
      stream.forEach((line, at) => {
        assert.equal(line.version, at + 1, row.assetTag)
        assert.ok(line.at > before, `${row.assetTag}: ${line.name}`)
        before = line.at
        events[line.name].data.parse(line.data)
        const from = state['status']
        for (const [field, [old, now]] of Object.entries(line.changes)) {
          assert.deepEqual(old, state[field] ?? null, `${row.assetTag} ${line.name} ${field}`)
          state[field] = now
        }
        const to = state['status'] as AssetFields['status']
        if (from !== undefined && from !== to)
          assert.equal(assetStates.refusal(from as AssetFields['status'], to), null, row.assetTag)
        const sub = state['subStatus'] ?? null
        const known: readonly unknown[] = assetSubStates[to]
        assert.ok(sub === null || known.includes(sub), `${row.assetTag} ${to} ${sub}`)
        const isMoved = ['status', 'personId', 'parentAssetId', 'locationId'].some(
          (field) => field in line.changes,
        )
        const last = held.at(-1)
        if (isMoved && last && last.until === null) last.until = line.at
        if (isMoved && to === 'DEPLOYED')
          held.push({ since: line.version, personId: state['personId'] ?? null, until: null })
      })
      const fold = Object.fromEntries(Object.keys(row).map((field) => [field, state[field] ?? null]))
      assert.deepEqual(fold, row, row.assetTag)
      assert.equal(stream.length, version)
      assert.equal(Date.parse(before), Date.parse(updatedAt))
      assert.deepEqual(
        (holdings.get(id) ?? []).map(({ since, personId, until }) => ({ since, personId, until })),
        held,
        row.assetTag,
      )
    }
  })

  test(`what the things of ${email} say fits what their kinds ask`, async () => {
    const kinds = await desk.rows<{ id: string; fields: FormField[] }>(
      email,
      'select id, fields from app.asset_categories',
    )
    for (const { thing } of await rowsOf(email)) {
      const fields = kinds.find(({ id }) => id === thing.categoryId)?.fields ?? []
      const definition = {
        description: 'none' as const,
        asksUrgency: false,
        sections: [{ key: 'fields', fields }],
      }
      const input = { answers: thing.customFields, facts: {} }
      assert.deepEqual(checkAnswers(definition, input, { today: '2026-11-20' }), [], thing.assetTag)
    }
  })
}

test('has as many things as the design says, in every state, with loans past their day', async () => {
  const rows = (await rowsOf(marta)).map(({ thing }) => thing)
  assert.equal(rows.length, 1_900)
  const states = Map.groupBy(rows, ({ status }) => status)
  for (const status of ['ORDERED', 'IN_STOCK', 'DEPLOYED', 'IN_MAINTENANCE', 'MISSING', 'RETIRED'] as const)
    assert.ok((states.get(status)?.length ?? 0) > 1, status)
  const now = new Date().toISOString()
  const loans = rows.filter(({ dueAt }) => dueAt !== null)
  assert.ok(loans.some(({ dueAt }) => (dueAt ?? '') < now) && loans.some(({ dueAt }) => (dueAt ?? '') > now))
  assert.ok(
    rows.some(({ isDisputed }) => isDisputed) && rows.some(({ acceptance }) => acceptance === 'PENDING'),
  )
  assert.ok(rows.some(({ leaseEndsOn }) => leaseEndsOn !== null))
  const serials = rows.flatMap(({ serialNumber }) => serialNumber ?? [])
  assert.equal(new Set(serials).size, serials.length)
})

test('those one can sign in as have what they work with, and nothing of it is in question', async () => {
  const rows = (await rowsOf(marta)).map(({ thing }) => thing)
  for (const name of ['marta', 'jorge', 'ana', 'luis', 'sofia', 'nuria', 'pablo', 'omar', 'elena'] as const) {
    const { personId } = await desk.who(everybody[name])
    const theirs = rows.filter((row) => row.personId === personId)
    assert.ok(theirs.length >= 5, `${name} ${theirs.length}`)
    assert.ok(
      theirs.every(({ status, isDisputed }) => status === 'DEPLOYED' && !isDisputed),
      name,
    )
    assert.ok(
      theirs.every(({ acceptance }) => acceptance === 'NONE' || acceptance === 'ACCEPTED'),
      name,
    )
  }
})

test('is the same for the same day, whatever the hour', () => {
  const at = (moment: string) => {
    const world = makeWorld(new Date(moment))
    const [company] = world.companies
    assert.ok(company)
    return thingLinesOf(thingsOf(world, company, [], new Date(moment)))
  }
  assert.deepEqual(at('2026-11-20T00:30:00Z'), at('2026-11-20T11:43:00Z'))
})

test('agents have seen the computers, what is installed on them is known, and the inbox asks a few questions', async () => {
  const { data: found } = await desk.as(luis).call(software.list, { query: { limit: 200 } })
  assert.ok(found.data.length >= 25 && found.data.every(({ installs }) => installs > 0))
  assert.ok(found.data.some(({ isForbidden }) => isForbidden))
  const { data: agents } = await desk.as(elena).call(discovery.agents, { query: { limit: 200 } })
  assert.ok(agents.data.length >= 100, `${agents.data.length} agents`)
  const { data: inbox } = await desk.as(luis).call(discovery.conflicts, { query: {} })
  assert.deepEqual(inbox.data.map(({ kind }) => kind).sort(), [
    'CONTRADICTION',
    'NOTHING_TO_MATCH',
    'REFUSED',
    'SEVERAL',
  ])
  const several = inbox.data.find(({ kind }) => kind === 'SEVERAL')
  assert.equal(several?.candidates.length, 2)
  const params = { id: several?.candidates[0]?.assetId ?? '' }
  const inventory = await desk.as(luis).call(discovery.inventory, { params })
  assert.ok(inventory.data.sections.length >= 5)
})
