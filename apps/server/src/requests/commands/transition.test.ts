import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put, saidFor } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

type Move = BodyIn<typeof requests.transition>
const move = (who: string, id: string, body: Move, headers: Record<string, string> = {}) =>
  desk.as(who).call(requests.transition, { params: { id }, body, headers })
const idOf = async (email: string) => (await desk.who(email)).personId
const lastEntry = async (id: string, who = ana) =>
  (await desk.as(who).call(requests.activities, { params: { id } })).data.data.at(-1)

test('starting what nobody has takes it, and says so in the timeline and the log', async () => {
  const { id } = await ask(desk)
  const { data, headers } = await move(ana, id, { to: 'IN_PROGRESS' })
  assert.deepEqual([data.status, data.assignee?.name, data.version], ['IN_PROGRESS', 'Ana Ruiz', 2])
  assert.equal(headers['etag'], '"2"')
  assert.equal(data.firstResponseAt, null)
  const entry = await lastEntry(id)
  assert.deepEqual(
    [entry?.activityType, entry?.message, entry?.metadata],
    [
      'STATUS_CHANGE',
      'Ana Ruiz started work.',
      { from: 'SUBMITTED', to: 'IN_PROGRESS', assignedToId: await idOf(ana), assignedToName: 'Ana Ruiz' },
    ],
  )
  const [event] = await desk.rows(
    jorge,
    `select name, data, changes from app.events where subject_id = $1 order by id desc limit 1`,
    [id],
  )
  assert.deepEqual(event, {
    name: 'request.moved',
    data: {
      from: 'SUBMITTED',
      to: 'IN_PROGRESS',
      activityId: entry?.id,
      details: { assignedToId: await idOf(ana), assignedToName: 'Ana Ruiz' },
    },
    changes: { status: ['SUBMITTED', 'IN_PROGRESS'], assignedToId: [null, await idOf(ana)] },
  })
})

test('starting what a colleague has leaves it with them; an admin starts it for nobody', async () => {
  const mine = await ask(desk)
  await put(desk, mine.id, { assigned_to_id: await idOf(luis) })
  assert.equal((await move(ana, mine.id, { to: 'IN_PROGRESS' })).data.assignee?.name, 'Luis Mora')
  const other = await ask(desk)
  assert.equal((await move(elena, other.id, { to: 'IN_PROGRESS' })).data.assignee, null)
})

test('a question, a wait and a solution carry what they ask for', async () => {
  const { id } = await ask(desk)
  const asked = await move(ana, id, { to: 'ACTION_REQUIRED', question: 'Which floor?' })
  assert.equal(asked.data.question, 'Which floor?')
  assert.ok(asked.data.firstResponseAt, 'a question is an answer')
  assert.equal((await lastEntry(id, jorge))?.message, 'Which floor?')
  await move(ana, id, { to: 'IN_PROGRESS' })
  const until = new Date(Date.now() + 86_400_000).toISOString()
  const waiting = await move(ana, id, { to: 'WAITING', waitReason: 'DATE', waitUntil: until })
  assert.equal(new Date(waiting.data.waitUntil ?? '').toISOString(), until)
  assert.equal(waiting.data.question, null)
  const solved = await move(ana, id, {
    to: 'RESOLVED',
    resolutionCode: 'FIXED',
    resolutionText: 'New cable.',
  })
  assert.deepEqual(
    [solved.data.status, solved.data.resolutionCode, solved.data.resolutionText, solved.data.waitReason],
    ['RESOLVED', 'FIXED', 'New cable.', null],
  )
  assert.ok(solved.data.resolvedAt)
})

test('refuses what lacks a field, naming it', async () => {
  const { id } = await ask(desk)
  const cases: [Move, string[]][] = [
    [{ to: 'ACTION_REQUIRED' }, ['/question']],
    [{ to: 'RESOLVED' }, ['/resolutionCode', '/resolutionText']],
    [{ to: 'RESOLVED', resolutionCode: 'PAYROLL', resolutionText: 'Paid.' }, ['/resolutionCode']],
    [{ to: 'REJECTED' }, ['/reason']],
  ]
  for (const [body, pointers] of cases) {
    const { status, problem } = await move(sofia, id, body)
    assert.deepEqual([status, problem.errors?.map(({ pointer }) => pointer)], [422, pointers])
  }
  await move(ana, id, { to: 'IN_PROGRESS' })
  const past = await move(ana, id, { to: 'WAITING', waitReason: 'DATE', waitUntil: '2020-01-01T00:00:00Z' })
  assert.equal(past.problem.detail, 'It can only wait until a moment that is still to come.')
})

test('refuses what the move does not use, naming what does, and changes nothing', async () => {
  const { id } = await ask(desk)
  await move(ana, id, { to: 'IN_PROGRESS' })
  const more = { question: 'Why?', resolutionText: 'So.', reason: 'It is ordered.' }
  const { status, problem } = await move(ana, id, { to: 'WAITING', waitReason: 'PART', ...more })
  assert.deepEqual(
    [status, problem.errors],
    [
      422,
      [
        {
          pointer: '/question',
          message: 'A move to WAITING does not use this; a move to ACTION_REQUIRED does.',
        },
        {
          pointer: '/resolutionText',
          message: 'A move to WAITING does not use this; a move to RESOLVED does.',
        },
      ],
    ],
  )
  const illegal = await move(ana, id, { to: 'SUBMITTED', question: 'Why?' })
  assert.deepEqual([illegal.status, illegal.problem.code], [409, 'state'])
  const { data } = await desk.as(ana).call(requests.get, { params: { id } })
  assert.deepEqual([data.status, data.version], ['IN_PROGRESS', 2])
})

test('whoever asked says what solved it in either field', async () => {
  const { id } = await ask(desk)
  const said = { resolutionCode: 'FIXED', resolutionText: 'It works again.' }
  const { data } = await move(jorge, id, { to: 'RESOLVED', ...said })
  assert.deepEqual(
    [data.status, data.resolutionCode, data.resolutionText],
    ['RESOLVED', 'WITHDRAWN', 'It works again.'],
  )
})

test('an illegal move is refused with the table’s sentence and the moves there are', async () => {
  const { id } = await ask(desk)
  await move(ana, id, { to: 'IN_PROGRESS' })
  const { status, problem } = await move(ana, id, { to: 'SUBMITTED' })
  assert.equal(status, 409)
  assert.equal(problem.detail, 'A started request cannot be made new again.')
  assert.deepEqual(problem.allowed, ['IN_REVIEW', 'ACTION_REQUIRED', 'WAITING', 'RESOLVED'])
  assert.equal((await move(ana, id, { to: 'APPROVED' })).status, 409)
})

test('forbidden to whom: the requester, a technician where it takes a supervisor, everybody where it takes Deskhand', async () => {
  const { id } = await ask(desk)
  assert.equal((await move(jorge, id, { to: 'IN_PROGRESS' })).status, 403)
  const rejected = await move(ana, id, { to: 'REJECTED', reason: 'No.' })
  assert.deepEqual(
    [rejected.status, rejected.problem.detail],
    [403, 'Only the supervisor can do that to a new request.'],
  )
  await move(ana, id, { to: 'IN_REVIEW' })
  const approved = await move(elena, id, { to: 'APPROVED' })
  assert.deepEqual(
    [approved.status, approved.problem.detail],
    [403, 'Only Deskhand itself can do that to a reviewed request.'],
  )
})

test('invisible to another company and to another desk: the same answer as for what is not there', async () => {
  const { id } = await ask(desk)
  const strip = (text: string) => ({ ...JSON.parse(text), instance: '' })
  const missing = strip((await move(iris, newId(), { to: 'IN_PROGRESS' })).text)
  assert.equal(missing.status, 404)
  for (const who of [iris, nuria]) {
    assert.deepEqual(strip((await move(who, id, { to: 'IN_PROGRESS' })).text), missing)
  }
})

test('a requester withdraws, is not asked for a code, and cannot resolve with one', async () => {
  const { id } = await ask(desk)
  const { data } = await move(jorge, id, { to: 'RESOLVED', reason: 'Found it.', resolutionCode: 'FIXED' })
  assert.deepEqual([data.resolutionCode, data.resolutionText], ['WITHDRAWN', 'Found it.'])
})

test('a reopening counts, clears the solution, and keeps the person', async () => {
  const { id } = await ask(desk)
  await move(ana, id, { to: 'IN_PROGRESS' })
  await move(ana, id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' })
  assert.equal((await move(jorge, id, { to: 'IN_PROGRESS' })).problem.errors?.[0]?.pointer, '/reason')
  const { data } = await move(jorge, id, { to: 'IN_PROGRESS', reason: 'It is back.' })
  assert.deepEqual(
    [data.status, data.reopenCount, data.resolvedAt, data.resolutionCode, data.assignee?.name],
    ['IN_PROGRESS', 1, null, null, 'Ana Ruiz'],
  )
  assert.equal((await lastEntry(id))?.message, 'It is back.')
})

test('a stale If-Match is refused with what is there now, and nothing changes', async () => {
  const { id } = await ask(desk)
  await move(ana, id, { to: 'IN_PROGRESS' })
  const stale = await move(luis, id, { to: 'IN_REVIEW' }, { 'if-match': '"1"' })
  assert.equal(stale.status, 412)
  const current = requests.get.reply.parse(stale.problem.current)
  assert.deepEqual([current.status, current.version], ['IN_PROGRESS', 2])
  const { data } = await desk.as(luis).call(requests.get, { params: { id } })
  assert.deepEqual(
    [current.createdAt, current.updatedAt],
    [data.createdAt, data.updatedAt],
    'in the one form of moments',
  )
  assert.equal((await move(luis, id, { to: 'IN_REVIEW' }, { 'if-match': '"2"' })).status, 200)
})

test('of two who move at once one wins, the other hears what is there', async () => {
  const { id } = await ask(desk)
  const outcomes = await Promise.all(
    [ana, luis].map((who) => move(who, id, { to: 'IN_PROGRESS' }, { 'if-match': '"1"' })),
  )
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 412])
})

test('the moves that are listed are the moves that are made, for each person in each state', async () => {
  for (const [state, columns] of Object.entries(inState)) {
    for (const who of [jorge, ana, sofia, elena]) {
      const { id } = await ask(desk)
      await put(desk, id, { ...columns, assigned_to_id: await idOf(ana) })
      const { data } = await desk.as(who).call(requests.transitions, { params: { id } })
      const listed = new Set(data.data.map(({ to }) => to))
      const to = [...listed].at(-1)
      for (const other of Object.keys(inState)) {
        const target = requests.transition.body.parse({ to: other }).to
        if (listed.has(target)) continue
        const { status } = await move(who, id, { to: target })
        assert.ok(status === 409 || status === 403, `${who}: ${state} → ${target} answered ${status}`)
      }
      if (!to) continue
      const filled = who === jorge ? { reason: 'So.' } : saidFor(to)
      assert.equal((await move(who, id, { to, ...filled })).status, 200, `${who}: ${state} → ${to}`)
    }
  }
})
