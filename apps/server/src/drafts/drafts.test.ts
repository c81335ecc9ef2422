import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { drafts, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, luis, marta, nuria, olga } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

async function ask(body: { isConfidential?: boolean; serviceDeskCode?: string } = {}) {
  const { data } = await desk
    .as(marta)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Half a reply', ...body } })
  return data.id
}
const save = (by: string, id: string, text: string, kind: 'reply' | 'note' = 'reply') =>
  desk.as(by).call(drafts.save, { params: { id }, body: { text, kind } })
const share = (by: string, id: string, isShared = true) =>
  desk.as(by).call(drafts.share, { params: { id }, body: { isShared } })
const take = (by: string, id: string, draftId: string) =>
  desk.as(by).call(drafts.take, { params: { id, draftId } })
const list = async (by: string, id: string) =>
  (await desk.as(by).call(drafts.list, { params: { id } })).data.data
const texts = async (by: string, id: string) =>
  (await list(by, id)).map(({ kind, text, personName }) => `${personName.split(' ')[0]} ${kind}: ${text}`)

test('one reply and one note for each person and request; an empty text drops it', async () => {
  const id = await ask()
  await save(ana, id, 'Dear M')
  await save(ana, id, 'Dear Marta')
  await save(ana, id, 'Careful', 'note')
  assert.deepEqual((await texts(ana, id)).sort(), ['Ana note: Careful', 'Ana reply: Dear Marta'])
  assert.equal((await save(ana, id, '  ')).data.savedAt, null)
  await desk.as(ana).call(drafts.drop, { params: { id }, query: { kind: 'note' } })
  assert.deepEqual(await texts(ana, id), [])
})

test('nobody else reads a draft, until it is shared, and then the desk alone', async () => {
  const id = await ask()
  await save(ana, id, 'Not yet')
  for (const email of [luis, elena, marta]) assert.deepEqual(await texts(email, id), [], email)
  assert.equal((await share(ana, id)).data.isShared, true)
  for (const email of [luis, elena]) assert.deepEqual(await texts(email, id), ['Ana reply: Not yet'], email)
  assert.deepEqual(await texts(marta, id), [])
  await share(ana, id, false)
  assert.deepEqual(await texts(luis, id), [])
})

test('row-level security says the same, whatever a query forgets', async () => {
  const id = await ask()
  await save(ana, id, 'Mine alone')
  const { transact } = await import('../platform/db/transaction.ts')
  for (const [email, expected] of [
    [ana, 1],
    [luis, 0],
    [marta, 0],
  ] as const) {
    const { companyId, personId } = await desk.who(email)
    const rows = await transact(desk.deskhand.platform.pools.app, { companyId, personId }, (tx) =>
      tx.query('select from app.reply_drafts where request_id = $1', [id]),
    )
    assert.equal(rows.length, expected, email)
  }
})

test('a colleague goes on with it, and it remembers whose it was', async () => {
  const id = await ask()
  await save(ana, id, 'Half')
  const draftId = (await share(ana, id)).data.id
  const { data } = await take(luis, id, draftId)
  assert.equal(data.personName, 'Luis Mora')
  assert.deepEqual(
    data.hands.map(({ name }) => name),
    ['Ana Ruiz'],
  )
  await save(luis, id, 'Half and half')
  assert.deepEqual(await texts(ana, id), ['Luis reply: Half and half'])
  assert.equal((await take(luis, id, draftId)).status, 409)
})

test('cannot be taken over one’s own, when it is not shared, or from outside', async () => {
  const id = await ask()
  await save(ana, id, 'Half')
  const [own] = await list(ana, id)
  assert.ok(own)
  assert.equal((await take(luis, id, own.id)).status, 404)
  await share(ana, id)
  await save(luis, id, 'Something of mine')
  assert.match((await take(luis, id, own.id)).problem.detail, /a reply of your own/)
  assert.equal((await take(marta, id, own.id)).status, 403)
  for (const email of [nuria, olga]) assert.equal((await take(email, id, own.id)).status, 404)
})

test('there must be one to share, and the requester shares nothing', async () => {
  const id = await ask()
  assert.equal((await share(ana, id)).status, 409)
  await save(marta, id, 'Thank y')
  assert.equal((await share(marta, id)).status, 403)
  assert.equal((await share(olga, id)).status, 404)
  assert.equal((await save(olga, id, 'x')).status, 404)
  assert.equal((await save(marta, id, 'x', 'note')).status, 403)
})

test('what was sent is no draft any more; what was begun since stays', async () => {
  const id = await ask()
  await save(ana, id, 'Sent')
  await save(ana, id, 'A note', 'note')
  await desk.as(ana).call(requests.comment, { params: { id }, body: { message: 'Sent' } })
  await desk.work()
  assert.deepEqual(await texts(ana, id), ['Ana note: A note'])
  await desk.as(ana).call(requests.comment, { params: { id }, body: { message: 'Another' } })
  await save(ana, id, 'Begun since')
  await desk.work()
  assert.ok((await texts(ana, id)).includes('Ana reply: Begun since'))
})

test('of a confidential request are gone with the right to see it', async () => {
  const id = await ask({ serviceDeskCode: 'HR', isConfidential: true })
  await save(nuria, id, 'In confidence')
  const personIds = [(await desk.who(elena)).personId]
  await desk.as(nuria).call(requests.seal, { params: { id }, body: { isConfidential: true, personIds } })
  await share(nuria, id)
  assert.equal((await list(nuria, id)).length, 1)
  // On its list, but not of its desk: she reads it and does not work on it.
  assert.deepEqual(await list(elena, id), [])
})
