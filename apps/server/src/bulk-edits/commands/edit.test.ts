import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, bulkEdits, desks, operations, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { ask, inState, put } from '../../requests/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Body = BodyIn<typeof bulkEdits.edit>
const edit = (who: string, body: Body, headers: Record<string, string> = {}) =>
  desk.as(who).call(bulkEdits.edit, { body, headers })
const several = (count: number, who = jorge) =>
  Promise.all(Array.from({ length: count }, () => ask(desk, {}, who)))
const read = async (id: string, who = ana) => (await desk.as(who).call(requests.get, { params: { id } })).data
const idOf = async (email: string) => (await desk.who(email)).personId

test('changes fields of several at once, each told in its own timeline and log, all with one operation', async () => {
  const [one, two] = await several(2)
  assert.ok(one && two)
  const teams = await desk.as(sofia).call(desks.teams)
  const assignedTeamId =
    teams.data.data.find(({ serviceDeskId }) => serviceDeskId === one.serviceDeskId)?.id ?? null
  const { data } = await edit(sofia, {
    requestIds: [one.referenceNumber, two.id],
    action: {
      priority: 'HIGH',
      assignedToId: await idOf(luis),
      assignedTeamId,
      tags: { add: ['vpn', 'Outage'] },
      transition: { to: 'WAITING', waitReason: 'VENDOR' },
    },
  })
  // A new one cannot be put on hold: nothing of the action happened to either.
  assert.deepEqual(
    data.results.map(({ referenceNumber, outcome, status, detail }) => [
      referenceNumber,
      outcome,
      status,
      detail,
    ]),
    [one, two].map((request) => [
      request.referenceNumber,
      'refused',
      409,
      'A new request cannot be put on hold.',
    ]),
  )
  assert.deepEqual([(await read(one.id)).priority, (await read(one.id)).tags], ['MEDIUM', []])

  const done = await edit(sofia, {
    requestIds: [one.id, two.id],
    action: {
      priority: 'HIGH',
      assignedToId: await idOf(luis),
      tags: { add: ['vpn'] },
      status: 'IN_PROGRESS',
    },
  })
  assert.deepEqual([done.data.state, done.data.changed, done.data.refused], ['DONE', 2, 0])
  for (const { id } of [one, two]) {
    const { priority, assignee, tags, status, version } = await read(id)
    assert.deepEqual(
      [priority, assignee?.name, tags, status, version],
      ['HIGH', 'Luis Mora', ['vpn'], 'IN_PROGRESS', 5],
    )
    const events = await desk.rows<{ name: string; operation: string | null }>(
      jorge,
      `select name, operation_id as operation from app.events where subject_id = $1 order by id offset 1`,
      [id],
    )
    assert.deepEqual(
      events,
      ['prioritised', 'tagged', 'assigned', 'moved'].map((name) => ({
        name: `request.${name}`,
        operation: done.data.operationId,
      })),
    )
  }
  assert.deepEqual(done.data.results[0]?.changes['priority'], ['MEDIUM', 'HIGH'])
})

test('does the rest where one may not, and lists these with the sentence of the single command', async () => {
  const [mine, closed, withdrawn] = await several(3)
  assert.ok(mine && closed && withdrawn)
  const foreign = await ask(desk, { serviceDeskCode: 'HR' }, marta)
  await put(desk, closed.id, { ...inState.RESOLVED, closed_at: '2026-01-05T10:00:00Z' })
  await put(desk, withdrawn.id, { deleted_at: new Date().toISOString() })
  const nothing = newId()
  const { data } = await edit(ana, {
    requestIds: [mine.id, closed.id, withdrawn.id, foreign.referenceNumber, nothing, mine.referenceNumber],
    action: { priority: 'LOW' },
  })
  assert.deepEqual(
    data.results.map(({ outcome, status, detail }) => [outcome, status, detail]),
    [
      ['changed', 200, null],
      ['refused', 409, 'This request is closed and stays so. Ask for it in a new one.'],
      ['refused', 404, 'There is no such request.'],
      ['refused', 404, 'There is no such request.'],
      ['refused', 404, 'There is no such request.'],
    ],
  )
  assert.equal(data.results[4]?.requestId, nothing)
  assert.equal((await read(foreign.id, nuria)).priority, 'MEDIUM')
  const again = await edit(ana, { requestIds: [mine.id], action: { priority: 'LOW' } })
  assert.deepEqual([again.data.unchanged, again.data.results[0]?.outcome], [1, 'unchanged'])
})

test('a dry run answers what the real run answers, and changes nothing', async () => {
  const [one, two, three] = await several(3)
  assert.ok(one && two && three)
  await put(desk, two.id, inState.RESOLVED)
  const body = {
    requestIds: [one.id, two.id, three.id],
    action: { priority: 'CRITICAL', transition: { to: 'IN_REVIEW' } },
  } satisfies Body
  const before = await Promise.all([one, two, three].map(({ id }) => read(id)))
  const dry = await edit(ana, { ...body, dryRun: true })
  assert.deepEqual([dry.data.operationId, dry.data.changed, dry.data.refused], [null, 2, 1])
  assert.deepEqual(await Promise.all([one, two, three].map(({ id }) => read(id))), before)
  const real = await edit(ana, body)
  assert.deepEqual(real.data.results, dry.data.results)
  assert.deepEqual(real.data.results[0]?.changes['status'], ['SUBMITTED', 'IN_REVIEW'])
})

test('chooses by the filter of the list', async () => {
  await Promise.all([1, 2, 3].map(() => ask(desk, { tags: ['printer-7'] })))
  const { data } = await edit(ana, {
    filter: { tag: 'printer-7', state: 'open' },
    action: { priority: 'HIGH' },
  })
  assert.equal(data.changed, 3)
  const none = await edit(ana, { filter: { tag: 'nowhere' }, action: { priority: 'HIGH' } })
  assert.deepEqual([none.status, none.problem.detail], [422, 'No request fits.'])
  const foreign = await edit(iris, { filter: { tag: 'printer-7' }, action: { priority: 'LOW' } })
  assert.equal(foreign.status, 422)
})

test('refuses what says nothing or too much', async () => {
  const { id } = await ask(desk)
  const cases: unknown[] = [
    { action: { priority: 'HIGH' } },
    { requestIds: [id], filter: { tag: 'x' }, action: { priority: 'HIGH' } },
    { filter: {}, action: { priority: 'HIGH' } },
    { requestIds: [id], action: {} },
    { requestIds: [id], action: { status: 'IN_REVIEW', transition: { to: 'IN_REVIEW' } } },
    { requestIds: [id], action: { summary: 'x' } },
    { requestIds: [], action: { priority: 'HIGH' } },
  ]
  for (const body of cases) assert.equal((await edit(ana, body as Body)).status, 400, JSON.stringify(body))
})

test('forbidden to employees; another company’s people change nothing', async () => {
  const { id } = await ask(desk)
  assert.equal((await edit(jorge, { requestIds: [id], action: { priority: 'HIGH' } })).status, 403)
  const foreign = await edit(iris, { requestIds: [id], action: { priority: 'HIGH' } })
  assert.deepEqual([foreign.data.refused, foreign.data.results[0]?.status], [1, 404])
  assert.equal((await read(id)).priority, 'MEDIUM')
})

test('many run on as a job with progress, once for each key, and their results can be had as a table', async () => {
  const all = await several(45)
  await put(desk, all[3]?.id ?? '', { ...inState.RESOLVED, closed_at: '2026-01-05T10:00:00Z' })
  const body: Body = {
    requestIds: all.map(({ id }) => id),
    action: { tags: ['=danger()'], priority: 'HIGH' },
  }
  const headers = { 'idempotency-key': 'many-once', prefer: 'respond-async' }
  const begun = await edit(ana, body, headers)
  assert.deepEqual([begun.data.state, begun.data.total, begun.data.results], ['RUNNING', 45, []])
  const id = begun.data.operationId ?? ''
  const again = await edit(ana, body, headers)
  assert.deepEqual([again.data.operationId, again.headers['idempotent-replayed']], [id, 'true'])
  const early = await desk.as(ana).call(operations.undo, { params: { operationId: id }, body: {} })
  assert.deepEqual([early.status, early.problem.code], [409, 'state'])

  await desk.work()
  const { data } = await desk.as(ana).call(operations.get, { params: { id } })
  assert.deepEqual([data.state, data.changed, data.refused, data.total], ['DONE', 44, 1, 45])
  assert.equal(data.summary, 'Set the priority of 45 requests, tagged 45 requests')
  const steps = await desk.rows<{ changed: number }>(
    ana,
    `select (data ->> 'changed')::int as changed from app.events where subject_id = $1 and name = 'operation.progressed' order by id`,
    [id],
  )
  assert.equal(steps.length, 2)
  assert.ok((steps[0]?.changed ?? 0) < (steps[1]?.changed ?? 0))
  const refused = await desk
    .as(ana)
    .call(operations.results, { params: { id }, query: { outcome: 'refused' } })
  assert.deepEqual(
    refused.data.data.map(({ subjectId }) => subjectId),
    [all[3]?.id],
  )
  const csv = await desk.as(ana).call(operations.download, { params: { id } })
  assert.match(String(csv.headers['content-type']), /^text\/csv/)
  assert.equal(csv.text.trim().split('\r\n').length, 46)
  // A second run of the job, as after a crash, does nothing twice.
  assert.equal((await read(all[0]?.id ?? '')).version, 3)
})

test('stopped half-way: what is done stays, the rest is left alone', async () => {
  const all = await several(25)
  const begun = await edit(
    ana,
    { requestIds: all.map(({ id }) => id), action: { priority: 'HIGH' } },
    { prefer: 'respond-async' },
  )
  const id = begun.data.operationId ?? ''
  assert.equal((await desk.as(luis).call(operations.cancel, { params: { id } })).status, 404)
  assert.equal((await desk.as(ana).call(operations.cancel, { params: { id } })).data.state, 'CANCELLED')
  await desk.work()
  assert.equal((await read(all[0]?.id ?? '')).priority, 'MEDIUM')
  assert.equal((await desk.as(ana).call(operations.cancel, { params: { id } })).status, 409)
})

test('a job keeps to the rights that its person has when it runs', async () => {
  const all = await several(25, marta)
  const begun = await edit(
    elena,
    { requestIds: all.map(({ id }) => id), action: { priority: 'HIGH' } },
    { prefer: 'respond-async' },
  )
  const sealed = all[7]?.id ?? ''
  await put(desk, sealed, { is_confidential: true })
  await desk.work()
  const results = await desk
    .as(elena)
    .call(operations.results, { params: { id: begun.data.operationId ?? '' }, query: { outcome: 'refused' } })
  // Neither changed, nor named any more.
  assert.deepEqual(results.data.data, [])
  assert.equal((await read(sealed)).priority, 'MEDIUM')
  assert.equal((await read(all[8]?.id ?? '')).priority, 'HIGH')
})

test('two at once on the same requests: both end, and each request has what the later of them said', async () => {
  const all = await several(20)
  const ids = all.map(({ id }) => id)
  const [up, down] = await Promise.all([
    edit(ana, { requestIds: ids, action: { priority: 'HIGH' } }),
    edit(luis, { requestIds: ids.toReversed(), action: { priority: 'LOW' } }),
  ])
  assert.deepEqual([up.data.changed, down.data.changed], [20, 20])
  const ends = new Set(await Promise.all(ids.map(async (id) => (await read(id)).priority)))
  assert.equal(ends.size, 1)
})
