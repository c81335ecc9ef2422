import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { participants, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, omar, pablo } from '../testing/people.ts'
import { participationToken } from './commands/link.ts'

const desk = await openDesk()
after(() => desk.close())
const idOf = async (email: string) => (await desk.who(email)).personId
const outside = 'supplier@elsewhere.example'

async function ask(body: { isConfidential?: boolean; serviceDeskCode?: string } = {}) {
  const { data } = await desk
    .as(marta)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Followed', ...body } })
  return data.id
}
const add = (by: string, id: string, body: { personId?: string; email?: string }) =>
  desk.as(by).call(participants.add, { params: { id }, body })
const remove = (by: string, id: string, watcherId: string) =>
  desk.as(by).call(participants.remove, { params: { id, watcherId } })
const list = async (by: string, id: string) =>
  (await desk.as(by).call(participants.list, { params: { id } })).data.data.map(({ name }) => name)
const reply = (id: string, message: string, isInternal = false) =>
  desk.as(ana).call(requests.comment, { params: { id }, body: { message, isInternal } })
const mails = (id: string) =>
  desk.rows<{ id: string; kind: string; to: string; data: { text?: string } }>(
    marta,
    `select id, kind, to_address as "to", data from app.mails where request_id = $1 and kind = 'participant_replied' order by created_at, id`,
    [id],
  )
const told = async (email: string, id: string) =>
  (
    await desk.rows<{ kind: string }>(
      email,
      `select n.kind from app.notifications n join app.people p on p.company_id = n.company_id and p.id = n.person_id
       where n.request_id = $1 and p.email = $2 and n.because = 'follows' order by n.created_at`,
      [id, email],
    )
  ).map(({ kind }) => kind)

describe('a colleague who follows', () => {
  test('sees the request and its replies, never its notes, and can write', async () => {
    const id = await ask()
    const sees = async () => (await desk.as(jorge).call(requests.get, { params: { id } })).status
    assert.equal(await sees(), 404)
    const { data } = await add(marta, id, { personId: await idOf(jorge) })
    assert.equal(data.name, 'Jorge Vidal')
    assert.equal(await sees(), 200)
    await reply(id, 'For all')
    await reply(id, 'For us', true)
    const { data: page } = await desk.as(jorge).call(requests.activities, { params: { id }, query: {} })
    const said = page.data.filter(({ activityType }) => activityType === 'COMMENT')
    assert.deepEqual(
      said.map(({ message }) => message),
      ['For all'],
    )
    const answer = { params: { id }, body: { message: 'Me too' } }
    assert.equal((await desk.as(jorge).call(requests.comment, answer)).status, 201)
    assert.equal((await remove(jorge, id, data.id)).status, 204)
    assert.equal(await sees(), 404)
  })

  test('is told of replies; who works on it of notes too', async () => {
    const id = await ask()
    for (const email of [jorge, luis]) await add(ana, id, { personId: await idOf(email) })
    await reply(id, 'One')
    await reply(id, 'Two', true)
    await desk.work()
    assert.deepEqual(await told(jorge, id), ['request_replied'])
    assert.deepEqual(await told(luis, id), ['request_replied', 'request_noted'])
  })

  test('is told nothing more once it is confidential and they are not on its list', async () => {
    const id = await ask()
    await add(marta, id, { personId: await idOf(jorge) })
    await add(marta, id, { email: outside })
    await desk.as(ana).call(requests.seal, { params: { id }, body: { isConfidential: true } })
    await reply(id, 'In confidence')
    await desk.work()
    assert.deepEqual(await told(jorge, id), [])
    assert.deepEqual(await mails(id), [])
    assert.equal((await desk.as(jorge).call(requests.get, { params: { id } })).status, 404)
  })

  for (const [what, by, whom, status, words] of [
    ['who asked sees it anyway', ana, marta, 409, /sees this request anyway/],
    ['another company is nobody', ana, olga, 422, /no such person/],
  ] as const) {
    test(what, async () => {
      const { status: got, problem } = await add(by, await ask(), { personId: await idOf(whom) })
      assert.equal(got, status)
      assert.match(problem.detail, words)
    })
  }

  test('nobody follows twice, and strangers add and take off nobody', async () => {
    const id = await ask()
    const body = { personId: await idOf(jorge) }
    const { data } = await add(marta, id, body)
    assert.equal((await add(ana, id, body)).status, 409)
    for (const stranger of [olga, omar]) {
      assert.equal((await add(stranger, id, body)).status, 404)
      assert.equal((await remove(stranger, id, data.id)).status, 404)
      assert.equal((await desk.as(stranger).call(participants.list, { params: { id } })).status, 404)
    }
    const other = (await add(marta, id, { personId: await idOf(pablo) })).data
    assert.equal((await remove(jorge, id, other.id)).status, 403)
    assert.equal((await remove(ana, id, other.id)).status, 204)
    assert.equal((await remove(ana, id, other.id)).status, 404)
  })

  test('of a confidential request must be on its list first', async () => {
    const id = await ask({ serviceDeskCode: 'HR', isConfidential: true })
    const body = { personId: await idOf(elena) }
    assert.match((await add(nuria, id, body)).problem.detail, /not on its list/)
    await desk.as(nuria).call(requests.seal, {
      params: { id },
      body: { isConfidential: true, personIds: [body.personId] },
    })
    assert.equal((await add(nuria, id, body)).status, 201)
    assert.match((await add(nuria, id, { email: outside })).problem.detail, /do not leave the house/)
  })
})

describe('an address outside', () => {
  test('gets public replies by mail and nothing else', async () => {
    const id = await ask()
    await reply(id, 'Before')
    await add(ana, id, { email: outside })
    await reply(id, 'A note', true)
    await reply(id, 'Please send the part')
    await desk.as(ana).call(requests.prioritise, { params: { id }, body: { priority: 'HIGH' } })
    await desk.work()
    const sent = await mails(id)
    assert.deepEqual(
      sent.map(({ to, data }) => [to, data.text]),
      [[outside, 'Please send the part']],
    )
  })

  test('leaves by its link: looking changes nothing, and nobody can add it again', async () => {
    const id = await ask()
    const { data } = await add(ana, id, { email: outside })
    const { companyId } = await desk.who(ana)
    const token = participationToken(desk.deskhand.platform.secret, companyId, data.id)
    for (let look = 0; look < 2; look++) {
      const seen = await desk.call(participants.invitation, { params: { token } })
      assert.equal(seen.data.hasLeft, false)
      assert.equal(seen.data.summary, 'Followed')
    }
    assert.deepEqual(await list(ana, id), [outside])
    assert.equal((await desk.call(participants.leave, { params: { token }, body: {} })).status, 204)
    assert.equal((await desk.call(participants.leave, { params: { token }, body: {} })).status, 410)
    assert.deepEqual(await list(ana, id), [])
    await reply(id, 'Nobody hears')
    await desk.work()
    assert.deepEqual(await mails(id), [])
    assert.match((await add(ana, id, { email: outside })).problem.detail, /asked for no more mails/)
  })

  test('a link that we did not sign leads nowhere', async () => {
    const id = await ask()
    const { data } = await add(ana, id, { email: outside })
    const { companyId } = await desk.who(ana)
    const own = participationToken(desk.deskhand.platform.secret, companyId, data.id)
    const { companyId: other } = await desk.who(olga)
    const foreign = participationToken(desk.deskhand.platform.secret, other, data.id)
    for (const token of [`${own}x`, own.slice(0, -1), 'a.b.c', foreign]) {
      assert.equal((await desk.call(participants.invitation, { params: { token } })).status, 404, token)
      assert.equal((await desk.call(participants.leave, { params: { token }, body: {} })).status, 404, token)
    }
  })

  test('of a colleague is refused: they are a person', async () => {
    const { problem } = await add(ana, await ask(), { email: jorge })
    assert.match(problem.detail, /colleague/)
  })
})
