import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests, sla } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

test('while an approval runs, the clocks of the demo world stand still', async () => {
  const waiting = await desk.rows<{ id: string }>(
    elena,
    `select id from app.requests where status = 'IN_REVIEW' and review_kind = 'APPROVAL'`,
  )
  assert.ok(waiting.length >= 3)
  for (const { id } of waiting) {
    const { data } = await desk.as(elena).call(requests.get, { params: { id } })
    assert.deepEqual([data.sla?.state, data.slaDueAt], ['PAUSED', null], data.referenceNumber)
    const { clocks } = (await desk.as(elena).call(sla.get, { params: { id } })).data
    assert.ok(clocks.every(({ state }) => state !== 'RUNNING'))
  }
})

test('every plan of the demo world has run, and no number is given twice', async () => {
  const idle = await desk.rows<{ name: string }>(
    elena,
    `select name from app.request_plans p where not exists (
       select from app.request_plan_runs r where r.company_id = p.company_id and r.plan_id = p.id)`,
  )
  assert.deepEqual(idle, [])
  const [{ given, drawn } = {}] = await desk.rows<{ given: number; drawn: number }>(
    elena,
    `select count(distinct (service_desk_id, number))::int as given, count(*)::int as drawn from app.requests`,
  )
  assert.equal(given, drawn)
})
