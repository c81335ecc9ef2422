import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { lookalikes, merges, requests } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const alike = (who: string, id: string) => desk.as(who).call(lookalikes.list, { params: { id } })
const refs = async (who: string, id: string) =>
  (await alike(who, id)).data.data.map(({ referenceNumber }) => referenceNumber)

test('finds what is open and what was solved, the likeliest first, with how it was solved', async () => {
  const one = await ask(desk, { summary: 'Zeppelin scanner beeps without end' })
  const twin = await ask(desk, { summary: 'The zeppelin scanner beeps without an end' }, marta)
  const solved = await ask(desk, { summary: 'Zeppelin scanner is silent' })
  await put(desk, solved.id, { ...inState.RESOLVED, resolution_text: 'Charged its battery.' })
  await ask(desk, { summary: 'Chair squeaks' })
  const { data } = (await alike(ana, one.id)).data
  assert.deepEqual(
    data.map(({ referenceNumber, isLikelyDuplicate, resolutionText }) => [
      referenceNumber,
      isLikelyDuplicate,
      resolutionText,
    ]),
    [
      [twin.referenceNumber, true, null],
      [solved.referenceNumber, false, 'Charged its battery.'],
    ],
  )
  assert.equal(
    data[0]?.requesterName,
    (await desk.as(marta).call(requests.get, { params: { id: twin.id } })).data.requester.name,
  )
})

test('what was merged or deleted is not offered', async () => {
  const one = await ask(desk, { summary: 'Quokka turnstile jammed' })
  const merged = await ask(desk, { summary: 'Quokka turnstile jammed again' })
  assert.deepEqual(await refs(ana, one.id), [merged.referenceNumber])
  await desk.as(ana).call(merges.merge, { params: { id: one.id }, body: { requestIds: [merged.id] } })
  assert.deepEqual(await refs(ana, one.id), [])
})

test('in confidence only to who may read it, as a finding and as a question', async () => {
  const open = await ask(desk, { summary: 'Axolotl payslip misprinted' })
  const sealed = await ask(desk, {
    serviceDeskCode: 'HR',
    isConfidential: true,
    summary: 'Axolotl payslip misprinted',
  })
  for (const who of [ana, luis, elena]) assert.deepEqual(await refs(who, open.id), [], who)
  assert.equal((await alike(elena, sealed.id)).status, 404)
  // HR sees both only where it sees both.
  assert.equal((await alike(nuria, open.id)).status, 404)
  assert.deepEqual(await refs(nuria, sealed.id), [])
})

test('is for the people of its desk: not for who asked, not for other desks and companies', async () => {
  const { id } = await ask(desk)
  assert.equal((await alike(jorge, id)).status, 403)
  assert.equal((await alike(nuria, id)).status, 404)
  assert.equal((await alike(olga, id)).status, 404)
  assert.equal((await alike(iris, id)).status, 404)
  assert.equal((await desk.call(lookalikes.list, { params: { id } })).status, 401)
})
