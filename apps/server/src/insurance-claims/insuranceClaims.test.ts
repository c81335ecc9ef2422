import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assetTimeline, type BodyIn, insuranceClaims, type ReplyOf } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, marta, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Page = ReplyOf<typeof insuranceClaims.list>
type Claim = Partial<BodyIn<typeof insuranceClaims.save>>
const filed = { insurer: 'Mapfre', filedOn: '2026-11-03' }
const save = (id: string, body: Claim = {}, who = ana, version?: number) =>
  desk.as(who).call(insuranceClaims.save, {
    params: { id },
    body: { ...filed, ...body },
    ...(version && { headers: { 'if-match': `"${version}"` } }),
  })
const see = async (id: string) =>
  (await desk.as(ana).call(insuranceClaims.get, { params: { id } })).data.claim

test('a claim is filed, gets its number, is paid; the ledger of the thing tells each step', async () => {
  const { id, assetTag } = await makeThing(desk)
  assert.equal(await see(id), null)
  const { data } = await save(id)
  assert.deepEqual(
    [data.assetTag, data.state, data.number, data.paid, data.version],
    [assetTag, 'FILED', null, null, 1],
  )
  const paid = { number: 'S-118', state: 'PAID' as const, paid: { amount: '089000', currency: 'EUR' } }
  assert.equal((await save(id, paid, ana, 1)).status, 200)
  const claim = await see(id)
  assert.deepEqual(claim?.paid, { amount: '89000', currency: 'EUR' })
  // The same again changes nothing.
  assert.equal((await save(id, paid)).data.version, 2)
  const { data: ledger } = await desk.as(ana).call(assetTimeline.list, { params: { id }, query: {} })
  const lines = ledger.data.flatMap(({ event }) =>
    event?.name === 'asset.claim_saved' ? [event.changes] : [],
  )
  assert.deepEqual(
    lines.map((changes) => changes['state']),
    [
      ['FILED', 'PAID'],
      [null, 'FILED'],
    ],
  )
  const { data: listed } = await desk.as(ana).call(insuranceClaims.list, { query: { state: 'PAID' } })
  assert.deepEqual(
    listed.data.map((one) => one.assetId),
    [id],
  )
})

test('the latest stand first, page by page', async () => {
  const days = ['2026-10-01', '2026-10-03', '2026-10-02']
  for (const filedOn of days)
    await save((await makeThing(desk)).id, { filedOn, insurer: 'Page', state: 'REFUSED' })
  const seen: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query = { state: 'REFUSED', limit: 2, ...(cursor && { cursor }) }
    const one: Page = (await desk.as(ana).call(insuranceClaims.list, { query })).data
    seen.push(...one.data.map(({ filedOn }) => filedOn))
    cursor = one.page.next ?? undefined
  }
  assert.deepEqual(seen, days.toSorted().toReversed())
})

test('an older version, and an amount of what is not paid, are refused and change nothing', async () => {
  const { id } = await makeThing(desk)
  const early = await save(id, { paid: { amount: '1', currency: 'EUR' } })
  assert.deepEqual([early.status, early.problem.errors?.[0]?.pointer], [400, '/paid'])
  assert.equal((await save(id, {}, ana, 1)).status, 412)
  await save(id)
  await save(id, { number: 'S-1' }, ana, 1)
  const late = await save(id, { number: 'S-2' }, ana, 1)
  assert.deepEqual([late.status, (await see(id))?.number], [412, 'S-1'])
})

test('of two at once both stand in the ledger, and the second knows of the first', async () => {
  const { id } = await makeThing(desk)
  const both = await Promise.all([save(id, { number: 'A' }), save(id, { number: 'B' })])
  assert.deepEqual(both.map(({ data }) => data.version).sort(), [1, 2])
})

test('for whoever keeps the thing; not for employees, other desks or another company', async () => {
  const { id } = await makeThing(desk, { deskCode: 'IT' })
  assert.equal((await save(id, {}, nuria)).status, 403)
  assert.equal((await save(id, {}, marta)).status, 403)
  assert.equal((await save(id, {}, iris)).status, 404)
  assert.equal((await desk.as(iris).call(insuranceClaims.get, { params: { id } })).status, 404)
  assert.equal((await desk.as(marta).call(insuranceClaims.list)).status, 403)
})
