import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { acceptances, assets, discovery, kits, licences, stock, stockTakes } from '@deskhand/contract'
import { hashOf } from '../acceptances/rules.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

test('requests about a computer that has a problem are about what their requester had then', async () => {
  const linked = await desk.rows<{ held: boolean; isTold: boolean }>(
    elena,
    `select exists (select from app.asset_holdings h where h.asset_id = l.asset_id and h.person_id = r.requester_id
         and h.during @> r.created_at) as held,
       exists (select from app.events e where e.subject_id = r.id and e.name = 'request.asset_linked'
         and e.data ->> 'assetId' = l.asset_id::text) as "isTold"
     from app.request_assets l join app.requests r on r.id = l.request_id`,
  )
  assert.ok(linked.length > 20, String(linked.length))
  assert.ok(linked.every(({ held, isTold }) => held && isTold))
})

test('what was given back has a receipt whose hash fits', async () => {
  const { data } = await desk.as(ana).call(acceptances.list, { query: { kind: 'RECEIPT', limit: 50 } })
  assert.equal(data.data.length, 50)
  for (const receipt of data.data) {
    const signing = {
      name: receipt.signedAs ?? '',
      strokes: null,
      via: 'APP' as const,
      witnessId: null,
      at: receipt.decidedAt ?? '',
    }
    const again = hashOf({ ...receipt, receipt: { note: receipt.note } }, signing).toString('hex')
    assert.equal(again, receipt.hash)
  }
})

test('each step of a disposal stands in the log, and licences say what is installed of them', async () => {
  const steps = await desk.rows<{ state: string; count: number }>(
    elena,
    `select d.state, (select count(*)::int from app.events e where e.subject_id = d.id) as count
     from app.disposals d order by d.number`,
  )
  assert.deepEqual(
    steps.map(({ state, count }) => [state, count]),
    [
      ['COMPLETED', 4],
      ['DRAFT', 1],
    ],
  )
  const { data } = await desk.as(ana).call(licences.list, { query: { limit: 50 } })
  const named = data.data.filter(({ software }) => software !== null).map(({ name }) => name)
  assert.ok(named.includes('Zoom Workplace') && named.includes('AutoCAD LT'), named.join(', '))
})

test('stands in the middle of its work: leases, kits out, a stock-take that runs, low stock, questions of agents', async () => {
  const as = desk.as(ana)
  const leased = await as.call(assets.list, { query: { ownership: 'LEASED', limit: 1 } })
  assert.ok(Number(leased.data.page.totalEstimate) > 20, String(leased.data.page.totalEstimate))
  const out = await as.call(kits.handOuts, { query: { isOpen: 'true' } })
  assert.ok(out.data.data.length > 1 && out.data.data.every(({ things }) => things.length > 1))
  const counts = await desk.as(elena).call(stockTakes.list, { query: { state: 'ACTIVE' } })
  assert.ok(counts.data.data.some(({ counts: { found } }) => found > 0))
  assert.ok((await as.call(stock.belowMinimum)).data.data.length > 3)
  assert.ok((await as.call(discovery.conflicts, { query: {} })).data.data.length > 3)
})
