import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymousReports, type BodyIn, merges, people, requests } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, olga } from '../testing/people.ts'
import { passFor, readPass } from './pass.ts'

const desk = await openDesk()
after(() => desk.close())

const passOf = async (who: string) => (await desk.as(who).call(anonymousReports.pass)).data.pass
type Body = BodyIn<typeof anonymousReports.create>
const report = async (more: Partial<Body> = {}) => {
  const { data } = await desk.call(anonymousReports.create, {
    body: { pass: await passOf(jorge), summary: 'Gifts from a supplier', ...more },
  })
  return data
}
const openBy = (code: string) => desk.call(anonymousReports.open, { body: { code } })
const answerBy = (code: string, message: string) =>
  desk.call(anonymousReports.answer, { body: { code, message } })
const idOf = async (reference: string) =>
  (await desk.as(nuria).call(requests.get, { params: { id: reference } })).data.id

test('a report is answered both ways by its code alone', async () => {
  const { referenceNumber, code } = await report({ description: 'Every month, in a blue box.' })
  assert.match(code, /^([2-9A-Z]{4}-){5}[2-9A-Z]{4}$/)
  const id = await idOf(referenceNumber)
  const seen = (await desk.as(nuria).call(requests.get, { params: { id } })).data
  // So that no page looks for a person who is nowhere.
  assert.equal(seen.isAnonymous, true)
  assert.equal(seen.requester.name, 'Anonymous reporter')
  assert.equal(seen.createdBy.name, 'Anonymous reporter')
  assert.ok(seen.isConfidential)
  await desk.as(nuria).call(requests.comment, { params: { id }, body: { message: 'Which supplier?' } })
  await desk
    .as(nuria)
    .call(requests.comment, { params: { id }, body: { message: 'Ask Pablo?', isInternal: true } })
  // Typed in small letters and without dashes it is the same.
  const { data } = await openBy(code.toLowerCase().replaceAll('-', ' '))
  assert.deepEqual(
    data.entries.map(({ message, isMine }) => [message, isMine]),
    [['Which supplier?', false]],
  )
  const answered = await answerBy(code, 'The one with the blue boxes.')
  assert.equal(answered.status, 201)
  assert.deepEqual(
    answered.data.entries.map(({ isMine }) => isMine),
    [false, true],
  )
  const { data: thread } = (await desk.as(nuria).call(requests.activities, { params: { id } })).data
  assert.equal(thread.at(-1)?.authorName, 'Anonymous reporter')
})

test('an answer to a question puts the report back to work; what is closed takes none', async () => {
  const { referenceNumber, code } = await report()
  const id = await idOf(referenceNumber)
  await put(desk, id, { ...inState.ACTION_REQUIRED })
  assert.equal((await openBy(code)).data.question, 'Which floor?')
  assert.notEqual((await answerBy(code, 'The third.')).data.status, 'ACTION_REQUIRED')
  await put(desk, id, {
    ...inState.RESOLVED,
    closed_at: '2020-01-01T00:00:00Z',
    resolved_at: '2020-01-01T00:00:00Z',
  })
  const { data } = await openBy(code)
  assert.ok(data.isClosed && data.refusal)
  assert.equal((await answerBy(code, 'One more thing.')).status, 409)
})

test('a wrong code, one of a deleted report and a made-up pass open nothing', async () => {
  const { referenceNumber, code } = await report()
  const wrong = code.replace(/^./, (sign) => (sign === '2' ? '3' : '2'))
  assert.equal((await openBy(wrong)).status, 404)
  assert.equal((await answerBy(wrong, 'Hello?')).status, 404)
  assert.equal((await openBy('')).status, 404)
  await put(desk, await idOf(referenceNumber), { deleted_at: '2026-01-01T00:00:00Z' })
  assert.equal((await openBy(code)).status, 404)
  const pass = await passOf(jorge)
  const sent = async (given: string) =>
    (await desk.call(anonymousReports.create, { body: { pass: given, summary: 'Nothing' } })).status
  assert.equal(await sent(`${pass}x`), 404)
  assert.equal(await sent(pass.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))), 404)
  const { secret } = desk.deskhand.platform
  const { companyId } = await desk.who(jorge)
  assert.equal(await sent(passFor(secret, companyId, new Date(clock.now().getTime() - 24 * 3_600_000))), 410)
  assert.equal((await desk.call(anonymousReports.pass)).status, 401)
})

test('the pass is the same for everybody, and for one company alone', async () => {
  const { secret } = desk.deskhand.platform
  const at = new Date('2027-01-01T10:00:00Z')
  const { companyId } = await desk.who(jorge)
  const other = (await desk.who(olga)).companyId
  assert.equal(passFor(secret, companyId, at), passFor(secret, companyId, new Date('2027-01-01T10:59:59Z')))
  assert.notEqual(passFor(secret, companyId, at), passFor(secret, other, at))
  assert.equal(readPass(secret, passFor(secret, companyId, at), at), companyId)
  assert.equal(readPass('another secret', passFor(secret, companyId, at), at), null)
})

test('a report is for HR alone, as every other in confidence', async () => {
  const { referenceNumber } = await report({ summary: 'Quetzal favours' })
  for (const who of [elena, ana, jorge, olga]) {
    assert.equal(
      (await desk.as(who).call(requests.get, { params: { id: referenceNumber } })).status,
      404,
      who,
    )
  }
})

test('a report stays in confidence for ever; its list can be changed', async () => {
  const { referenceNumber } = await report()
  const params = { id: await idOf(referenceNumber) }
  const opened = await desk.as(nuria).call(requests.seal, { params, body: { isConfidential: false } })
  assert.equal(opened.status, 409)
  assert.match(opened.text, /stays confidential/)
  assert.ok((await desk.as(nuria).call(requests.get, { params })).data.isConfidential)
  const { personId } = await desk.who(elena)
  const listed = await desk
    .as(nuria)
    .call(requests.seal, { params, body: { isConfidential: true, personIds: [personId] } })
  assert.equal(listed.status, 200)
  assert.equal((await desk.as(elena).call(requests.get, { params })).status, 200)
})

test('two reports have nothing in common, and the code of one opens no other', async () => {
  const one = await report({ summary: 'Toucan one' })
  const other = await report({ summary: 'Toucan other' })
  const [first, second] = [await idOf(one.referenceNumber), await idOf(other.referenceNumber)]
  const askers = await desk.rows<{ id: string }>(
    jorge,
    'select distinct requester_id as id from app.requests where id = any ($1::uuid[])',
    [[first, second]],
  )
  assert.equal(askers.length, 2)
  // The desk cannot put them together either: each would be read by somebody else.
  const merged = await desk
    .as(nuria)
    .call(merges.merge, { params: { id: first }, body: { requestIds: [second] } })
  assert.equal(merged.status, 409)
  await answerBy(one.code, 'Said by the first.')
  const seen = (await openBy(other.code)).text
  assert.ok(!seen.includes('Said by the first.') && !seen.includes('Toucan one'))
})

test('nobody can become the person who stands in its place', async () => {
  const { referenceNumber } = await report()
  const { requesterId } = (await desk.as(nuria).call(requests.get, { params: { id: referenceNumber } })).data
  const params = { id: requesterId }
  const as = desk.as(elena)
  assert.equal((await as.call(people.restore, { params, body: {} })).status, 404)
  assert.equal((await as.call(people.update, { params, body: { firstName: 'Known' } })).status, 404)
  const removed = await as.call(people.list, { query: { deleted: true as never, limit: 200 } })
  assert.ok(!removed.text.includes(requesterId))
})
