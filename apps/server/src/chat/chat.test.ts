import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { calendars, chat, presence, requests } from '@deskhand/contract'
import { type Tx, transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, omar, sofia } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const { board } = desk.deskhand.platform
const idOf = async (email: string) => (await desk.who(email)).personId

/** As if they had Deskhand open. */
async function present(email: string, isOpen = true) {
  const { companyId, personId } = await desk.who(email)
  board.atWork(companyId, { personId, name: email }, `page of ${email}`, isOpen)
}
before(async () => {
  const day = [{ from: '00:00', until: '24:00' as const }]
  const [it] = await desk.rows<{ id: string }>(marta, `select id from app.desks where code = 'IT'`)
  const { status, text } = await desk.as(elena).call(calendars.create, {
    body: {
      name: 'Always',
      zone: 'Europe/Madrid',
      week: [day, day, day, day, day, day, day],
      serviceDeskIds: [it?.id ?? ''],
    },
  })
  assert.equal(status, 201, text)
  for (const email of [ana, luis, sofia]) await present(email)
})
beforeEach(async () => {
  await desk.rows(
    marta,
    `update app.chat_sessions set state = 'ENDED', ended_at = now() where state <> 'ENDED'`,
  )
})

const start = (by: string, body: { requestId?: string; message?: string; serviceDeskCode?: string }) =>
  desk.as(by).call(chat.start, { body })
async function begin(by = marta, message = 'The VPN drops again. Every hour.') {
  const { data } = await start(by, { serviceDeskCode: 'IT', message })
  assert.ok(data.session, data.words)
  return data.session
}
const accept = (by: string, id: string) => desk.as(by).call(chat.accept, { params: { id }, body: {} })
const get = (by: string, id: string) => desk.as(by).call(chat.get, { params: { id } })
const say = (by: string, id: string, message: string, isInternal = false) =>
  desk.as(by).call(chat.say, { params: { id }, body: { message, isInternal } })
const end = (by: string, id: string, mailTranscript = false) =>
  desk.as(by).call(chat.end, { params: { id }, body: { mailTranscript } })
const transfer = (by: string, id: string, body: { personId?: string; teamId?: string }) =>
  desk.as(by).call(chat.transfer, { params: { id }, body })
const invite = (by: string, id: string, personId: string) =>
  desk.as(by).call(chat.invite, { params: { id }, body: { personId } })

/** The schedule's round for Harbour & Pine, as if it were so many minutes later. */
async function settleIn(minutes: number) {
  const { companyId } = await desk.who(marta)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const now = new Date(Date.now() + minutes * 60_000)
  const work = (tx: Tx) => schedules[0]?.run({ tx, db: tx.db, companyId, record, zone: 'Europe/Madrid', now })
  await transact(desk.database.pools.worker, { companyId, personId: null }, async (tx) => work(tx), write)
}

describe('beginning', () => {
  test('makes a request of the first words, and waits at its place', async () => {
    const one = await begin()
    const two = await begin(jorge, 'My mouse is gone.')
    assert.equal(one.summary, 'The VPN drops again.')
    assert.deepEqual([one.state, one.place, two.place], ['WAITING', 1, 2])
    const { data } = await desk.as(ana).call(requests.get, { params: { id: one.requestId } })
    assert.equal(data.description, 'The VPN drops again. Every hour.')
    assert.equal(data.requester.name, 'Marta Gil')
  })

  test('on an own request joins what goes on there', async () => {
    const session = await begin()
    const again = await start(marta, { requestId: session.referenceNumber, message: 'Still there?' })
    assert.equal(again.data.session?.id, session.id)
    assert.equal((await start(marta, { requestId: session.requestId })).data.session?.id, session.id)
  })

  test('is for whoever asked, and on nothing that is closed', async () => {
    const session = await begin()
    assert.equal((await start(ana, { requestId: session.requestId })).status, 403)
    for (const email of [jorge, olga]) {
      assert.equal((await start(email, { requestId: session.requestId })).status, 404, email)
    }
    await desk.as(marta).call(requests.withdraw, { params: { id: session.requestId }, body: {} })
    await desk.as(marta).call(requests.close, { params: { id: session.requestId }, body: {} })
    assert.equal((await start(marta, { requestId: session.requestId })).status, 409)
  })

  test('needs words and a desk', async () => {
    assert.equal((await start(marta, { serviceDeskCode: 'IT' })).status, 422)
    assert.equal((await start(marta, { message: 'Hello' })).status, 422)
    assert.equal((await start(marta, { serviceDeskCode: 'XX', message: 'Hello' })).status, 422)
  })

  test('where nobody is there becomes a request, with when the desk is back', async () => {
    const { data } = await start(marta, { serviceDeskCode: 'FACILITIES', message: 'The door squeaks.' })
    assert.equal(data.session, null)
    assert.match(data.words, /back|free/)
    assert.match(data.words, new RegExp(data.referenceNumber))
    const kept = await desk.as(marta).call(requests.get, { params: { id: data.requestId } })
    assert.equal(kept.data.summary, 'The door squeaks.')
  })

  test('at a desk of confidences is in confidence', async () => {
    const { data } = await start(marta, { serviceDeskCode: 'HR', message: 'About my leave.' })
    assert.equal((await desk.as(elena).call(requests.get, { params: { id: data.requestId } })).status, 404)
    assert.equal((await desk.as(nuria).call(requests.get, { params: { id: data.requestId } })).status, 200)
  })
})

describe('accepting', () => {
  test('gives the chat and the request to the first of two', async () => {
    const { id, requestId } = await begin()
    const both = await Promise.all([accept(ana, id), accept(luis, id)])
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    const won = both.find(({ status }) => status === 200)?.data
    assert.equal(won?.state, 'ACTIVE')
    const { data } = await desk.as(marta).call(requests.get, { params: { id: requestId } })
    assert.equal(data.assignee?.id, won?.technician?.id)
    assert.equal(data.status, 'IN_PROGRESS')
  })

  test('is for the desk; hidden and missing are the same', async () => {
    const { id } = await begin()
    assert.equal((await accept(elena, id)).status, 403)
    assert.equal((await accept(marta, id)).status, 403)
    for (const email of [nuria, olga]) assert.equal((await accept(email, id)).status, 404, email)
    await end(marta, id)
    assert.equal((await accept(ana, id)).status, 409)
  })
})

describe('what is said', () => {
  test('is the request’s own history, whispers for the desk alone', async () => {
    const { id, requestId } = await begin()
    await accept(ana, id)
    await say(ana, id, 'Hello Marta')
    await say(ana, id, 'She forgot it again', true)
    await say(marta, id, 'Hello')
    const seen = async (email: string) =>
      (await desk.as(email).call(chat.messages, { params: { id }, query: {} })).data.data
        .filter(({ activityType }) => activityType === 'COMMENT')
        .map(({ message }) => message)
    assert.deepEqual(await seen(marta), ['Hello Marta', 'Hello'])
    assert.deepEqual(await seen(luis), ['Hello Marta', 'She forgot it again', 'Hello'])
    assert.equal((await say(marta, id, 'A whisper', true)).status, 403)
    assert.equal((await say(olga, id, 'x')).status, 404)
    assert.equal((await get(marta, id)).data.unread, 1)
    await desk.as(marta).call(chat.read, { params: { id }, body: {} })
    assert.equal((await get(marta, id)).data.unread, 0)
    const read = await desk.as(ana).call(presence.seen, { params: { id: requestId } })
    assert.notEqual(read.data.requester, null)
    await end(ana, id)
    assert.equal((await say(marta, id, 'Too late')).status, 409)
  })

  test('can be corrected and withdrawn as every entry', async () => {
    const { id } = await begin()
    const { data } = await say(marta, id, 'Helo')
    const params = { id, messageId: data.id }
    const fixed = await desk.as(marta).call(chat.correct, { params, body: { message: 'Hello' } })
    assert.equal(fixed.data.message, 'Hello')
    assert.equal((await desk.as(ana).call(chat.correct, { params, body: { message: 'x' } })).status, 403)
    assert.equal((await desk.as(olga).call(chat.withdraw, { params })).status, 404)
    assert.notEqual((await desk.as(marta).call(chat.withdraw, { params })).data.withdrawnAt, null)
  })

  test('typing reaches the board, until the chat is over', async () => {
    const { id, requestId } = await begin()
    const type = (by: string) => desk.as(by).call(chat.typing, { params: { id }, body: {} })
    assert.equal((await type(marta)).status, 204)
    const { companyId, personId } = await desk.who(marta)
    assert.deepEqual(
      board.peopleAt(companyId, requestId).map((one) => [one.personId, one.doing]),
      [[personId, 'replying']],
    )
    assert.equal((await type(olga)).status, 404)
    await end(marta, id)
    assert.equal((await type(marta)).status, 409)
  })
})

describe('handing over', () => {
  test('to a colleague, with the request', async () => {
    const { id, requestId } = await begin()
    await accept(ana, id)
    const { data } = await transfer(ana, id, { personId: await idOf(luis) })
    assert.equal(data.technician?.name, 'Luis Mora')
    const { data: request } = await desk.as(marta).call(requests.get, { params: { id: requestId } })
    assert.equal(request.assignee?.name, 'Luis Mora')
    assert.equal((await transfer(ana, id, { personId: await idOf(ana) })).status, 403)
    assert.equal((await transfer(sofia, id, { personId: await idOf(ana) })).status, 200)
  })

  test('to a team it waits for, at the end of the queue', async () => {
    const { id } = await begin()
    await accept(ana, id)
    const other = await begin(jorge)
    const [team] = await desk.rows<{ id: string; name: string }>(
      marta,
      `select t.id, t.name from app.teams t join app.desks d on d.id = t.desk_id where d.code = 'IT' limit 1`,
    )
    const { data } = await transfer(ana, id, { teamId: team?.id ?? '' })
    assert.deepEqual([data.state, data.teamName, data.place], ['WAITING', team?.name, 2])
    assert.equal((await get(jorge, other.id)).data.place, 1)
  })

  test('only to who works there, only by who has it, only while it goes on', async () => {
    const { id } = await begin()
    assert.equal((await transfer(ana, id, { personId: await idOf(luis) })).status, 409)
    await accept(ana, id)
    assert.equal((await transfer(ana, id, { personId: await idOf(omar) })).status, 422)
    assert.equal((await transfer(ana, id, { personId: await idOf(olga) })).status, 422)
    assert.equal((await transfer(olga, id, { personId: await idOf(luis) })).status, 404)
    await end(ana, id)
    assert.equal((await transfer(ana, id, { personId: await idOf(luis) })).status, 409)
  })
})

describe('calling in', () => {
  test('tells a colleague, and lets one of another desk follow', async () => {
    const { id, requestId } = await begin()
    await accept(ana, id)
    assert.equal((await invite(ana, id, await idOf(luis))).status, 200)
    assert.equal((await invite(ana, id, await idOf(omar))).status, 200)
    assert.equal((await desk.as(omar).call(requests.get, { params: { id: requestId } })).status, 200)
    await desk.work()
    const told = await desk.rows<{ email: string }>(
      marta,
      `select p.email from app.notifications n join app.people p on p.id = n.person_id
       where n.request_id = $1 and n.because = 'invited' order by 1`,
      [requestId],
    )
    assert.deepEqual(
      told.map(({ email }) => email),
      [luis, omar].sort(),
    )
    assert.equal((await invite(marta, id, await idOf(jorge))).status, 403)
    assert.equal((await invite(olga, id, await idOf(jorge))).status, 404)
    assert.equal((await invite(ana, id, await idOf(olga))).status, 422)
    await end(ana, id)
    assert.equal((await invite(ana, id, await idOf(sofia))).status, 409)
  })
})

describe('ending', () => {
  test('mails what was said where that is wished, and leaves the request open', async () => {
    const { id, requestId } = await begin()
    await accept(ana, id)
    await say(ana, id, 'That was it')
    assert.equal((await end(ana, id, true)).data.state, 'ENDED')
    await desk.work()
    const [mail] = await desk.rows<{ to: string }>(
      marta,
      `select to_address as "to" from app.mails where request_id = $1 and kind = 'transcript'`,
      [requestId],
    )
    assert.equal(mail?.to, marta)
    const { data } = await desk.as(marta).call(requests.get, { params: { id: requestId } })
    assert.equal(data.closedAt, null)
    assert.equal((await end(ana, id)).status, 409)
    assert.equal((await end(olga, id)).status, 404)
  })

  test('happens by itself when nobody comes', async () => {
    const { id, requestId } = await begin()
    await settleIn(29)
    assert.equal((await get(marta, id)).data.state, 'WAITING')
    await settleIn(31)
    assert.equal((await get(marta, id)).data.state, 'ENDED')
    const { data } = await desk.as(marta).call(requests.activities, { params: { id: requestId }, query: {} })
    assert.match(data.data.at(-1)?.message ?? '', /Nobody was free/)
  })
})

describe('availability', () => {
  const look = async (code = 'IT') =>
    (await desk.as(marta).call(chat.availability, { query: { desk: code } })).data.data[0]
  test('counts who is there and takes chats', async () => {
    assert.deepEqual([(await look())?.isOpen, (await look())?.online], [true, 3])
    await desk.as(luis).call(chat.setMine, { body: { state: 'BUSY' } })
    await desk.as(sofia).call(chat.setMine, { body: { state: 'AWAY' } })
    assert.deepEqual([(await look())?.isOpen, (await look())?.online], [true, 1])
    await desk.as(ana).call(chat.setMine, { body: { state: 'AWAY' } })
    await desk.as(luis).call(chat.setMine, { body: { state: 'AWAY' } })
    assert.deepEqual([(await look())?.isOpen, (await look())?.online], [false, 0])
    for (const email of [ana, luis, sofia]) {
      const { data } = await desk.as(email).call(chat.setMine, { body: { state: 'ONLINE' } })
      assert.deepEqual([data.state, data.isOnShift], ['ONLINE', true])
    }
    assert.equal((await desk.as(marta).call(chat.mine)).status, 403)
  })

  test('the waiting list is for the desk', async () => {
    const { id } = await begin()
    const ids = async (email: string) =>
      (await desk.as(email).call(chat.list, { query: {} })).data.data.map((one) => one.id)
    assert.deepEqual(await ids(ana), [id])
    assert.deepEqual(await ids(nuria), [])
    assert.equal((await desk.as(marta).call(chat.list, { query: {} })).status, 403)
    const none = await desk.as(marta).call(chat.ofRequest, { params: { id: (await begin(jorge)).requestId } })
    assert.equal(none.status, 404)
  })
})
