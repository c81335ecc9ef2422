import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { type BodyIn, incidents, mail, notifications, requests } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
// One runs in the world already.
beforeEach(() => desk.rows(marta, 'update app.incidents set ended_at = now() where ended_at is null'))

type Body = BodyIn<typeof incidents.declare>
const declareOn = (by: string, request: string, more: Partial<Body> = {}) =>
  desk
    .as(by)
    .call(incidents.declare, { body: { request, title: 'No e-mail', message: 'We are on it.', ...more } })
async function declared(more: Partial<Body> = {}) {
  const request = await ask(desk, { summary: 'My mail is stuck' })
  const { data } = await declareOn(sofia, request.referenceNumber, more)
  return { request, incident: data }
}
const list = async (by: string) => (await desk.as(by).call(incidents.list)).data.data
const join = (by: string, id: string) => desk.as(by).call(incidents.join, { params: { id }, body: {} })
const leave = (by: string, id: string) => desk.as(by).call(incidents.leave, { params: { id } })
const affected = (by: string, id: string) =>
  desk.as(by).call(incidents.affected, { params: { id }, query: {} })
const update = (by: string, id: string, message = 'An hour more') =>
  desk.as(by).call(incidents.update, { params: { id }, body: { message } })
const end = (by: string, id: string, body: BodyIn<typeof incidents.end> = {}) =>
  desk.as(by).call(incidents.end, { params: { id }, body })

describe('a major incident', () => {
  test('is declared in words of its own; its request stays as visible as it was', async () => {
    const { request, incident } = await declared()
    assert.deepEqual([incident.title, incident.site, incident.affectedCount], ['No e-mail', null, 1])
    const [seen] = await list(marta)
    assert.deepEqual(
      [seen?.id, seen?.requestId, seen?.referenceNumber, seen?.isLed],
      [incident.id, null, null, false],
    )
    assert.equal((await desk.as(marta).call(requests.get, { params: { id: request.id } })).status, 404)
    const [forStaff] = await list(ana)
    assert.deepEqual([forStaff?.requestId, forStaff?.isLed], [request.id, false])
    assert.equal((await list(sofia))[0]?.isLed, true)
    assert.doesNotMatch(JSON.stringify(await list(marta)), /stuck/)
  })

  test('concerns one site, or all; who works on requests sees each', async () => {
    const { incident } = await declared({ site: 'porto' })
    assert.equal(incident.site, 'Porto')
    assert.deepEqual(await list(marta), [])
    assert.equal((await join(marta, incident.id)).status, 404)
    assert.equal((await list(luis)).length, 1)
  })

  test('concerns whoever is counted, wherever they sit: they read of it and can take it back', async () => {
    const { incident } = await declared({ site: 'porto' })
    const [mine] = await list(jorge)
    assert.deepEqual([mine?.id, mine?.isAffected, mine?.affectedCount], [incident.id, true, 1])
    assert.equal((await join(jorge, incident.id)).data.affectedCount, 1)
    const { status, data } = await leave(jorge, incident.id)
    assert.deepEqual([status, data.affectedCount, data.isAffected], [200, 0, false])
    assert.deepEqual(await list(jorge), [])
    assert.equal((await leave(jorge, incident.id)).status, 404)
  })

  for (const [what, prepare, status, words] of [
    [
      'on a confidential request',
      { serviceDeskCode: 'HR', isConfidential: true },
      422,
      /no such request|confidential/,
    ],
    ['at a site where nobody works', {}, 422, /site of that name/],
  ] as const) {
    test(`is refused ${what}`, async () => {
      const { id } = await ask(desk, prepare)
      const { status: got, problem } = await declareOn(
        elena,
        id,
        what.includes('site') ? { site: 'Atlantis' } : {},
      )
      assert.equal(got, status)
      assert.match(JSON.stringify(problem), words)
    })
  }

  test('runs once on a request, and not on one that is done', async () => {
    const { request } = await declared()
    assert.equal((await declareOn(sofia, request.id)).status, 409)
    const { id } = await ask(desk)
    await desk.as(jorge).call(requests.withdraw, { params: { id }, body: {} })
    assert.equal((await declareOn(sofia, id)).status, 409)
  })

  test('is declared by who leads the desk alone, on what they see', async () => {
    const { id } = await ask(desk)
    assert.equal((await declareOn(ana, id)).status, 403)
    assert.equal((await declareOn(marta, id)).status, 403)
    assert.equal((await declareOn(olga, id)).status, 422)
  })
})

describe('“I have this too”', () => {
  test('counts each person once, and is taken back', async () => {
    const { incident } = await declared()
    for (let click = 0; click < 3; click++) await join(marta, incident.id)
    assert.equal((await join(tom, incident.id)).status, 404)
    const { data } = await join(luis, incident.id)
    assert.deepEqual([data.affectedCount, data.isAffected], [3, true])
    const people = (await affected(ana, incident.id)).data.data.map(({ name }) => name.split(' ')[0])
    assert.deepEqual(people.sort(), ['Jorge', 'Luis', 'Marta'])
    assert.equal((await leave(marta, incident.id)).data.affectedCount, 2)
    assert.equal((await leave(marta, incident.id)).data.affectedCount, 2)
  })

  test('by many at once is counted right', async () => {
    const { incident } = await declared()
    await Promise.all([marta, luis, ana, nuria, elena].map((who) => join(who, incident.id)))
    assert.equal((await list(sofia))[0]?.affectedCount, 6)
  })

  test('says who to the desk of its request alone', async () => {
    const { incident } = await declared()
    assert.equal((await affected(marta, incident.id)).status, 403)
    const other = await affected(nuria, incident.id)
    assert.deepEqual(
      [other.status, other.problem.detail],
      [403, 'Who has it is for the desk of its request.'],
      'she reads of it',
    )
    assert.equal((await affected(olga, incident.id)).status, 404)
  })

  test('is over with the incident', async () => {
    const { incident } = await declared()
    await end(sofia, incident.id)
    assert.equal((await join(marta, incident.id)).status, 409)
    assert.equal((await leave(jorge, incident.id)).status, 409)
  })
})

describe('one update', () => {
  const told = async (email: string) =>
    (await desk.as(email).call(notifications.list, { query: { limit: 5 } })).data.data
      .filter(({ kind }) => kind === 'incident_updated')
      .map(({ title, body }) => [title, body])
  const mailed = (cause: string) =>
    desk.rows<{ to: string; subject: string }>(
      marta,
      `select to_address as "to", subject from app.mails where kind = 'incident_updated' and data::text like $1
       order by to_address`,
      [`%${cause}%`],
    )

  test('reaches all who have it by inbox and mail once, and the timeline', async () => {
    const { request, incident } = await declared({ title: 'No printing' })
    await join(marta, incident.id)
    assert.equal((await update(sofia, incident.id, 'A new part comes at four')).status, 201)
    await desk.work()
    await desk.work()
    assert.deepEqual(await told(marta), [['News: No printing', 'A new part comes at four']])
    assert.deepEqual(await told(luis), [])
    assert.deepEqual(
      (await mailed('A new part comes at four')).map(({ to, subject }) => [to, subject]),
      [
        [jorge, 'News: No printing'],
        [marta, 'News: No printing'],
      ],
    )
    const { data } = await desk.as(jorge).call(requests.activities, { params: { id: request.id }, query: {} })
    assert.ok(data.data.some(({ message }) => message.includes('A new part comes at four')))
    assert.equal((await list(marta))[0]?.updates[0]?.message, 'A new part comes at four')
    const [unread] = [(await desk.as(marta).call(notifications.unreadCount)).data.count]
    assert.ok(unread > 0)
  })

  test('is sent by who leads the desk, while it runs', async () => {
    const { incident } = await declared()
    assert.equal((await update(ana, incident.id)).status, 403)
    assert.equal((await update(olga, incident.id)).status, 404)
    assert.equal((await end(ana, incident.id)).status, 403)
    assert.equal((await end(olga, incident.id)).status, 404)
    await end(sofia, incident.id)
    assert.equal((await update(sofia, incident.id)).status, 409)
    assert.equal((await end(sofia, incident.id)).status, 409)
  })
})

describe('the end', () => {
  test('comes with a last word to all who have it, by inbox and mail', async () => {
    const { request, incident } = await declared({ title: 'No heating' })
    await join(marta, incident.id)
    const { data } = await end(sofia, incident.id, { message: 'The pump is new.' })
    assert.equal(data.updates[0]?.message, 'The pump is new.')
    await desk.work()
    const { data: inbox } = await desk.as(marta).call(notifications.list, { query: { limit: 5 } })
    const told = inbox.data.find(({ title }) => title === 'Over: No heating')
    assert.equal(told?.body, 'The pump is new.')
    const { data: box } = await desk.call(mail.mailbox, { query: { to: jorge, limit: 5 } })
    const mailed = box.data.find(({ subject }) => subject === 'Over: No heating')
    assert.match(mailed?.text ?? '', /This is over\..*Sofía Prieto wrote.*\n\n> The pump is new\./)
    const about = await desk.as(ana).call(requests.activities, { params: { id: request.id }, query: {} })
    assert.ok(about.data.data.some(({ message }) => message.endsWith('incident: The pump is new.')))
  })

  test('comes with the request, and is told', async () => {
    const { request, incident } = await declared({ title: 'No door opens' })
    await join(marta, incident.id)
    const params = { id: request.id }
    await desk.as(ana).call(requests.transition, { params, body: { to: 'IN_PROGRESS' } })
    await desk.as(ana).call(requests.transition, {
      params,
      body: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Open again.' },
    })
    await desk.work()
    assert.deepEqual(await list(marta), [])
    const { data } = await desk.as(marta).call(notifications.list, { query: { limit: 3 } })
    assert.ok(data.data.some(({ title }) => title === 'Over: No door opens'))
  })

  test('comes when the request becomes confidential', async () => {
    const { request } = await declared()
    await desk.as(ana).call(requests.seal, { params: { id: request.id }, body: { isConfidential: true } })
    await desk.work()
    assert.deepEqual(await list(marta), [])
  })
})
