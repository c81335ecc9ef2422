import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { alerts, certificates, kits, licences, operations } from '@deskhand/contract'
import { look } from '../alerts/commands/look.ts'
import { addLicence, somePeople } from '../licences/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, nuria } from '../testing/people.ts'
import { ownKinds } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const { modelId } = await ownKinds(desk)
const sentence = 'Another desk keeps this. Ask there.'

const deskId = async (code: string) =>
  (await desk.rows<{ id: string }>(ana, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''
const it = await deskId('IT')
type Outcome = { status: number; problem: { detail?: string | undefined } }
function refused(...outcomes: Outcome[]) {
  for (const { status, problem } of outcomes) assert.deepEqual([status, problem.detail], [403, sentence])
}
const undo = (by: string, operationId: string) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })

test('a licence is changed by the desk that keeps it alone', async () => {
  const licence = await addLicence(desk, { deskId: it, term: { startsOn: '2026-01-01' } })
  assert.deepEqual([licence.deskId, licence.deskName], [it, 'IT support'])
  const [personId = ''] = await somePeople(desk, 1)
  const params = { id: licence.id }
  const given = await desk.as(ana).call(licences.assign, { params, body: { personId } })
  const termParams = { ...params, termId: licence.terms[0]?.id ?? '' }
  const hers = desk.as(nuria)
  refused(
    await hers.call(licences.change, { params, body: { seats: 9 } }),
    await hers.call(licences.retire, { params }),
    await hers.call(licences.assign, { params, body: { personId: (await somePeople(desk, 2))[1] } }),
    await hers.call(licences.free, { params: { ...params, seatId: given.data.id } }),
    await hers.call(licences.addTerm, { params, body: { startsOn: '2099-01-01' } }),
    await hers.call(licences.changeTerm, { params: termParams, body: { contractNumber: 'X' } }),
    await hers.call(licences.moveTerm, { params: termParams, body: { to: 'ENDED' } }),
    await hers.call(licences.create, { body: { name: 'Hers', kind: 'FLOATING', seats: 1, deskId: it } }),
  )
  // What another desk did is not hers to see.
  assert.equal((await undo(nuria, given.data.operationId)).status, 404)
  const { data } = await desk.as(nuria).call(licences.get, { params })
  assert.deepEqual([data.version, data.used, data.retiredAt], [licence.version, 1, null])
  assert.equal((await desk.as(elena).call(licences.change, { params, body: { seats: 9 } })).status, 200)
})

test('one without a desk is anybody’s who works at one, until it is given to a desk', async () => {
  const { id } = await addLicence(desk)
  const params = { id }
  const change = (by: string, body: object) => desk.as(by).call(licences.change, { params, body })
  assert.equal((await change(nuria, { seats: 9 })).status, 200)
  refused(await change(nuria, { deskId: it }))
  const nowhere = await change(elena, { deskId: '0190a000-0000-7000-8000-00000000dead' })
  assert.deepEqual([nowhere.status, nowhere.problem.errors?.[0]?.pointer], [422, '/deskId'])
  assert.equal((await change(ana, { deskId: it })).status, 200)
  refused(await change(nuria, { seats: 10 }))
})

test('so are a certificate and a kit', async () => {
  const certificate = await desk.as(ana).call(certificates.create, {
    body: { kind: 'DOMAIN', name: 'kept.example', expiresOn: '2090-01-01', deskId: it },
  })
  const kit = await desk
    .as(ana)
    .call(kits.add, { body: { name: 'Kept by IT', deskId: it, parts: [{ modelId }] } })
  const [personId] = await somePeople(desk, 1)
  const hers = desk.as(nuria)
  const of = { params: { id: certificate.data.id } }
  const ofKit = { params: { id: kit.data.id } }
  refused(
    await hers.call(certificates.change, { ...of, body: { notes: 'x' } }),
    await hers.call(certificates.remove, of),
    await hers.call(kits.change, { ...ofKit, body: { description: 'x' } }),
    await hers.call(kits.remove, ofKit),
    await hers.call(kits.checkOut, { ...ofKit, body: { personId } }),
  )
  for (const route of [certificates.remove, kits.remove] as const) {
    const { data } = await desk.as(ana).call(route, route === kits.remove ? ofKit : of)
    assert.equal((await undo(nuria, data.operationId)).status, 404)
    assert.equal((await undo(ana, data.operationId)).status, 200)
  }
})

test('and what Deskhand found of it is settled there', async () => {
  const soon = new Date(clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
  const { data } = await desk.as(ana).call(certificates.create, {
    body: { kind: 'DOMAIN', name: 'soon.example', expiresOn: soon, deskId: it },
  })
  const { companyId } = await desk.who(ana)
  await transact(desk.database.pools.worker, { companyId, personId: null }, (tx) =>
    look({ tx, now: clock.now(), record: null }),
  )
  const found = await desk.as(nuria).call(alerts.list, { query: { subjectId: data.id } })
  const [alert] = found.data.data
  assert.ok(alert)
  assert.equal(alert.deskId, it)
  const of = { params: { id: alert.id } }
  const until = new Date(clock.now().getTime() + 86_400_000).toISOString()
  const hers = desk.as(nuria)
  refused(
    await hers.call(alerts.acknowledge, of),
    await hers.call(alerts.resolve, of),
    await hers.call(alerts.snooze, { ...of, body: { until } }),
    await hers.call(alerts.makeRequest, { ...of, body: {} }),
  )
  assert.equal((await desk.as(ana).call(alerts.resolve, of)).data.state, 'RESOLVED')
  refused(await hers.call(alerts.reopen, { ...of, body: {} }))
})
