import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { accessExplain, type ExplainedAction, requests } from '@deskhand/contract'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const explain = async (who: string, record: string, action: ExplainedAction = 'see', by = elena) =>
  desk.as(by).call(accessExplain.get, {
    params: { id: (await desk.who(who)).personId },
    query: { record, action },
  })
const said = (steps: { sentence: string; decides: boolean; holds: boolean }[]) =>
  steps.filter(({ decides }) => decides).map(({ sentence }) => sentence)

/** Asked by jorge, of IT, where ana, luis and sofia work; nuria works at HR. */
const plain = await ask(desk)
const sealed = (
  await desk.as(marta).call(requests.create, {
    body: { serviceDeskCode: 'HR', summary: 'In confidence', isConfidential: true },
  })
).data

describe('says what opened the request or shut it', () => {
  const cases: [who: string, record: string, isAllowed: boolean, decided: RegExp][] = [
    [jorge, plain.referenceNumber, true, /Jorge Vidal asked for it\./],
    [ana, plain.referenceNumber, true, /Ana Ruiz works at IT support, where it lies\./],
    [
      elena,
      plain.referenceNumber,
      true,
      /is an admin, and admins see every request that is not confidential/,
    ],
    [marta, plain.referenceNumber, false, /Marta .* did not ask for it, does not follow it/],
    [nuria, plain.referenceNumber, false, /does not work at IT support/],
  ]
  for (const [who, record, isAllowed, decided] of cases) {
    test(`${who} ${isAllowed ? 'sees' : 'does not see'} ${record}`, async () => {
      const { status, data } = await explain(who, record)
      assert.deepEqual([status, data.isAllowed], [200, isAllowed])
      assert.match(said(data.steps).join(' '), decided)
      const seen = await desk.as(who).call(requests.get, { params: { id: record } })
      assert.equal(seen.status === 200, isAllowed, 'as the door itself says')
    })
  }
})

test('of a confidential one: rank opens nothing, the list does, and who does not see it learns nothing', async () => {
  assert.equal((await explain(marta, sealed.referenceNumber, 'see', elena)).status, 404)
  assert.equal((await explain(marta, sealed.referenceNumber, 'see', sofia)).status, 404)
  await desk.as(nuria).call(requests.seal, {
    params: { id: sealed.id },
    body: { isConfidential: true, includesDesk: true, personIds: [(await desk.who(sofia)).personId] },
  })
  const { data: admin } = await explain(elena, sealed.referenceNumber, 'see', sofia)
  assert.equal(admin.isAllowed, false)
  assert.match(said(admin.steps).join(' '), /rank opens no confidential request/)
  const { data: listed } = await explain(sofia, sealed.referenceNumber, 'see', sofia)
  assert.equal(listed.isAllowed, true)
  assert.ok(listed.steps.some(({ sentence }) => /on the list of who may read it/.test(sentence)))
  assert.ok(listed.steps.some(({ sentence }) => /is one of those who may read it/.test(sentence)))
})

test('of a deed: the permission, then the rules of the request, in their own words', async () => {
  await put(desk, plain.id, { status: 'IN_PROGRESS', assigned_to_id: (await desk.who(ana)).personId })
  const { data: taken } = await explain(luis, plain.referenceNumber, 'take')
  const { data: seen } = await desk.as(luis).call(requests.get, { params: { id: plain.id } })
  assert.deepEqual([taken.isAllowed, seen.can.includes('take')], [false, false])
  assert.match(said(taken.steps).at(-1) ?? '', /supervisor/i)
  const { data: asked } = await explain(jorge, plain.referenceNumber, 'prioritise')
  assert.equal(asked.isAllowed, false)
  assert.match(said(asked.steps)[0] ?? '', /None of their roles allows: “Take, assign, prioritise/)
  const { data: may } = await explain(ana, plain.referenceNumber, 'note')
  assert.deepEqual([may.isAllowed, may.sentence], [true, 'Ana Ruiz can write internal notes.'])
})

test('whoever is blocked can do nothing', async () => {
  await desk.rows(elena, `update app.people set state = 'BLOCKED' where email = '${luis}'`)
  const { data: blocked } = await explain(luis, plain.referenceNumber)
  assert.deepEqual(
    [blocked.isAllowed, said(blocked.steps)],
    [false, ['Luis Mora is blocked and cannot sign in.']],
  )
  await desk.rows(elena, `update app.people set state = 'ACTIVE' where email = '${luis}'`)
})

test('is for supervisors and admins, of requests that they see, and of their company alone', async () => {
  for (const who of [jorge, ana])
    assert.equal((await explain(ana, plain.referenceNumber, 'see', who)).status, 403)
  assert.equal((await explain(ana, plain.referenceNumber, 'see', sofia)).status, 200)
  assert.equal((await explain(ana, plain.id, 'see', olga)).status, 404)
  assert.equal((await explain(tom, plain.referenceNumber)).status, 404, 'a person of another company')
})
