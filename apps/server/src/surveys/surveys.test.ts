import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { type BodyIn, mail, requests, surveys } from '@deskhand/contract'
import { linkToken } from '../platform/signedLink.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
// The world has asked many of them lately.
beforeEach(() => desk.rows(marta, `update app.surveys set asked_at = asked_at - interval '60 days'`))

const move = (by: string, id: string, body: BodyIn<typeof requests.transition>) =>
  desk.as(by).call(requests.transition, { params: { id }, body })
async function solve(id: string, by = ana, resolutionCode = 'FIXED') {
  await move(by, id, { to: 'IN_PROGRESS' })
  const { status } = await move(by, id, { to: 'RESOLVED', resolutionCode, resolutionText: 'Done.' })
  assert.equal(status, 200)
  await desk.work()
}
async function solved(who = jorge, body = {}) {
  const { id } = await ask(desk, body, who)
  await solve(id)
  return id
}
const read = async (by: string, id: string) =>
  (await desk.as(by).call(surveys.get, { params: { id } })).data.survey
const answer = (by: string, id: string, body: BodyIn<typeof surveys.answer>) =>
  desk.as(by).call(surveys.answer, { params: { id }, body })
async function tokenOf(id: string) {
  const [row] = await desk.rows<{ id: string; companyId: string }>(
    marta,
    `select id, company_id as "companyId" from app.surveys where request_id = $1`,
    [id],
  )
  assert.ok(row)
  return linkToken(desk.deskhand.platform.secret, 'satisfaction', row.companyId, row.id)
}
const later = (id: string, days: number) =>
  desk.rows(
    marta,
    `update app.surveys set asked_at = asked_at - make_interval(days => $2),
       answered_at = answered_at - make_interval(days => $2) where request_id = $1`,
    [id, days],
  )
const mailsOf = async (id: string) =>
  (
    await desk.rows<{ to: string; asks: boolean }>(
      marta,
      `select to_address as "to", data ? 'survey' as asks from app.mails
       where request_id = $1 and kind = 'request_moved' order by created_at, id`,
      [id],
    )
  ).filter(({ asks }) => asks)

describe('after a solution', () => {
  test('whoever asked is asked once, by mail and on the page of the request', async () => {
    const id = await solved()
    assert.deepEqual(await read(jorge, id).then((one) => one?.word), null)
    assert.deepEqual(await mailsOf(id), [{ to: jorge, asks: true }])
  })

  test('the words of the mail are links that hold the word and the token behind the #', async () => {
    const id = await solved()
    const { data } = await desk.call(mail.mailbox, { query: { to: jorge, limit: 5 } })
    const token = await tokenOf(id)
    const asking = data.data.find(({ text }) => text.includes(token))
    for (const word of ['VERY_GOOD', 'GOOD', 'FAIR', 'BAD', 'VERY_BAD']) {
      assert.ok(asking?.text.includes(`/rate?word=${word}#token=${token}`), word)
      assert.ok(asking?.html.includes(`/rate?word=${word}#token=${token}`), word)
    }
  })

  test('nobody is asked twice in seven days', async () => {
    await solved()
    const second = await solved()
    assert.equal(await read(jorge, second), null)
    assert.deepEqual(await mailsOf(second), [])
  })

  test('nobody is asked about their own work', async () => {
    const { id } = await ask(desk, {}, luis)
    await solve(id, luis)
    assert.equal(await read(luis, id), null)
  })

  test('nobody is asked about what is confidential, and a later lock takes it back', async () => {
    const { id: secret } = await ask(desk, { serviceDeskCode: 'HR', isConfidential: true }, marta)
    await solve(secret, nuria)
    assert.equal(await read(marta, secret), null)
    assert.deepEqual(await mailsOf(secret), [])
    const id = await solved()
    const token = await tokenOf(id)
    await desk.as(ana).call(requests.seal, { params: { id }, body: { isConfidential: true } })
    assert.equal((await desk.call(surveys.invitation, { params: { token } })).status, 404)
    assert.equal(
      (await desk.call(surveys.answerByLink, { params: { token }, body: { word: 'BAD' } })).status,
      404,
    )
    await desk.work()
    assert.equal(await read(jorge, id), null)
  })

  for (const code of ['DUPLICATE', 'NO_RESPONSE']) {
    test(`nobody is asked after ${code}`, async () => {
      const { id } = await ask(desk)
      await solve(id, ana, code)
      assert.equal(await read(jorge, id), null)
    })
  }

  test('a desk that asks of nothing asks nobody', async () => {
    const { data } = await desk.as(sofia).call(surveys.rates)
    const it = data.data.find(({ code }) => code === 'IT')
    assert.ok(it)
    const rate = (by: string, percent: number) =>
      desk.as(by).call(surveys.setRate, { params: { id: it.id }, body: { percent } })
    assert.equal((await rate(ana, 0)).status, 403)
    assert.equal((await rate(olga, 0)).status, 404)
    assert.equal((await rate(sofia, 0)).status, 200)
    assert.equal(await read(jorge, await solved()), null)
    assert.equal((await rate(elena, 100)).status, 200)
  })
})

describe('opened again', () => {
  test('the question is taken back, and asked anew without what was said and without a second mail', async () => {
    const id = await solved()
    const token = await tokenOf(id)
    await answer(jorge, id, { word: 'VERY_GOOD', comment: 'Fine' })
    await desk.as(jorge).call(requests.reopen, { params: { id }, body: { reason: 'It is back' } })
    await desk.work()
    assert.equal(await read(jorge, id), null)
    assert.equal((await desk.call(surveys.invitation, { params: { token } })).status, 404)
    await move(ana, id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Again.' })
    await desk.work()
    const survey = await read(jorge, id)
    assert.equal(survey?.word, null)
    assert.equal(survey?.comment, null)
    assert.equal((await mailsOf(id)).length, 1)
  })
})

describe('an answer', () => {
  test('counts when it is sent, is changed within a week, and is read by the desk', async () => {
    const id = await solved()
    assert.equal((await answer(jorge, id, { word: 'BAD', comment: 'Slow' })).data.word, 'BAD')
    assert.equal((await answer(jorge, id, { word: 'FAIR' })).data.comment, 'Slow')
    const seen = await read(ana, id)
    assert.deepEqual([seen?.word, seen?.comment, seen?.openUntil], ['FAIR', 'Slow', null])
    await later(id, 6)
    assert.equal((await answer(jorge, id, { word: 'GOOD' })).status, 200)
    await later(id, 2)
    assert.match((await answer(jorge, id, { word: 'GOOD' })).problem.detail, /time .* is over/)
  })

  test('is refused after a month, and where nothing was asked', async () => {
    const id = await solved()
    await later(id, 31)
    assert.equal((await answer(jorge, id, { word: 'GOOD' })).status, 409)
    const { id: open } = await ask(desk)
    assert.equal((await answer(jorge, open, { word: 'GOOD' })).status, 409)
  })

  test('is given by whoever asked alone, and does not exist for strangers', async () => {
    const id = await solved()
    assert.equal((await answer(ana, id, { word: 'VERY_GOOD' })).status, 403)
    assert.equal((await answer(sofia, id, { word: 'VERY_GOOD' })).status, 403)
    for (const stranger of [marta, olga, tom]) {
      assert.equal((await answer(stranger, id, { word: 'VERY_GOOD' })).status, 404)
      assert.equal((await desk.as(stranger).call(surveys.get, { params: { id } })).status, 404)
    }
  })
})

describe('the link of a mail', () => {
  test('only shows, however often it is opened; sending counts', async () => {
    const id = await solved()
    const token = await tokenOf(id)
    for (let look = 0; look < 3; look++) {
      const { data } = await desk.call(surveys.invitation, { params: { token } })
      assert.equal(data.word, null)
    }
    assert.equal((await read(ana, id))?.word, null)
    const sent = await desk.call(surveys.answerByLink, { params: { token }, body: { word: 'GOOD' } })
    assert.equal(sent.data.word, 'GOOD')
    assert.equal((await read(ana, id))?.word, 'GOOD')
    const [event] = await desk.rows<{ name: string }>(
      marta,
      `select actor_name as name from app.events where name = 'survey.answered' order by id desc limit 1`,
    )
    assert.equal(event?.name, 'Jorge Vidal')
  })

  test('that we did not sign leads nowhere', async () => {
    const own = await tokenOf(await solved())
    const { companyId } = await desk.who(olga)
    const [row] = await desk.rows<{ id: string }>(marta, 'select id from app.surveys limit 1')
    const { secret } = desk.deskhand.platform
    const foreign = linkToken(secret, 'satisfaction', companyId, row?.id ?? '')
    const other = linkToken(secret, 'participation', (await desk.who(marta)).companyId, row?.id ?? '')
    for (const token of [`${own}x`, own.slice(0, -1), 'a.b.c', foreign, other]) {
      assert.equal((await desk.call(surveys.invitation, { params: { token } })).status, 404, token)
      const sent = await desk.call(surveys.answerByLink, { params: { token }, body: { word: 'GOOD' } })
      assert.equal(sent.status, 404, token)
    }
  })
})

describe('the list of whoever leads', () => {
  test('holds the answers of their desks, by filters, and counts the words', async () => {
    const id = await solved(marta, { summary: 'The printer is out of ink' })
    await answer(marta, id, { word: 'VERY_BAD', comment: 'Purple <everywhere>' })
    const list = (by: string, query = {}) => desk.as(by).call(surveys.list, { query })
    const { data } = await list(sofia, { word: 'VERY_BAD', q: 'purple' })
    assert.deepEqual(
      data.data.map((one) => [one.requestId, one.comment, one.solverName]),
      [[id, 'Purple <everywhere>', 'Ana Ruiz']],
    )
    assert.match(data.data[0]?.requesterName ?? '', /^Marta /)
    assert.equal(data.counts.VERY_BAD, 1)
    assert.equal(data.counts.VERY_GOOD, 0)
    assert.equal((await list(elena, { q: 'purple' })).data.data.length, 1)
    assert.equal((await list(olga, { q: 'purple' })).data.data.length, 0)
    assert.equal((await list(ana)).status, 403)
    assert.equal((await list(sofia, { desk: 'HR' })).data.data.length, 0)
  })

  test('comes in pages that follow each other', async () => {
    const page = async (cursor?: string) =>
      (await desk.as(sofia).call(surveys.list, { query: { limit: 7, ...(cursor && { cursor }) } })).data
    const first = await page()
    const second = await page(first.page.next ?? '')
    const ids = [...first.data, ...second.data].map(({ requestId }) => requestId)
    assert.equal(new Set(ids).size, 14)
  })
})
