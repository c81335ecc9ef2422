import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  type BodyIn,
  bulkEdits,
  type Operation,
  operations,
  type Request,
  requests,
} from '@deskhand/contract'
import fc from 'fast-check'
import { ask, inState, put } from '../../requests/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Action = BodyIn<typeof bulkEdits.edit>['action']
const several = (count: number) => Promise.all(Array.from({ length: count }, () => ask(desk)))
const edit = async (who: string, requestIds: string[], action: Action, headers = {}) =>
  (await desk.as(who).call(bulkEdits.edit, { body: { requestIds, action }, headers })).data
const undo = (who: string, operationId: string | null, body: BodyIn<typeof operations.undo> = {}) =>
  desk.as(who).call(operations.undo, { params: { operationId: operationId ?? '' }, body })
const read = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const idOf = async (email: string) => (await desk.who(email)).personId
/** What a request is, without the marks that any change leaves, and without its clock: the ledger keeps that it stood. */
const shape = ({
  version: _v,
  updatedAt: _u,
  updatedById: _b,
  isUnread: _n,
  readAt: _r,
  sla: _s,
  slaDueAt: _d,
  ...rest
}: Request) => rest
const historyOf = async (id: string) =>
  (await desk.as(ana).call(requests.activities, { params: { id } })).data.data

test('puts everything back, by new lines in log and timeline and none that changed', async () => {
  const all = await Promise.all(
    (await several(3)).map(async ({ id }) => ({ id, before: shape(await read(id)) })),
  )
  const ids = all.map(({ id }) => id)
  const { operationId } = await edit(sofia, ids, {
    priority: 'HIGH',
    assignedToId: await idOf(luis),
    tags: ['vpn'],
    transition: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' },
  })
  const history = await historyOf(ids[0] ?? '')
  const { data } = await undo(sofia, operationId)
  assert.deepEqual(
    [data.state, data.results.map(({ outcome }) => outcome)],
    ['DONE', ['changed', 'changed', 'changed']],
  )
  for (const request of all) assert.deepEqual(shape(await read(request.id)), request.before)
  const later = await historyOf(ids[0] ?? '')
  assert.deepEqual(later.slice(0, history.length), history)
  assert.deepEqual(
    later.slice(history.length).map(({ message }) => message),
    [
      'Sofía Prieto undid a change of the state.',
      'Sofía Prieto undid a change of who has this.',
      'Sofía Prieto undid a change of the tags.',
      'Sofía Prieto undid a change of the priority.',
    ],
  )
  const [pair] = await desk.rows<{ name: string; cause: string; operation: string }>(
    ana,
    `select e.name, cause.name as cause, e.operation_id as operation from app.events e
     join app.events cause on cause.id = e.caused_by_id
     where e.subject_id = $1 and cause.operation_id = $2 order by e.id limit 1`,
    [ids[0], operationId],
  )
  assert.deepEqual(pair, { name: 'request.moved', cause: 'request.moved', operation: data.operationId })
  const operation = (await desk.as(sofia).call(operations.get, { params: { id: operationId ?? '' } })).data
  assert.deepEqual([operation.undone?.operationId, operation.undoableUntil], [data.operationId, null])
})

test('what was changed since stands in the way and is named; the rest can be undone without it', async () => {
  const [one, two] = await several(2)
  assert.ok(one && two)
  const { operationId } = await edit(ana, [one.id, two.id], { priority: 'HIGH' })
  await desk.as(luis).call(requests.prioritise, { params: { id: two.id }, body: { priority: 'CRITICAL' } })
  const refused = await undo(ana, operationId)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /^1 of 2 were changed again since/)
  assert.deepEqual(
    refused.problem.conflicts?.map(({ subjectRef }) => subjectRef),
    [two.referenceNumber],
  )
  assert.match(refused.problem.conflicts?.[0]?.message ?? '', /^Luis Mora changed the priority since, on /)
  assert.equal((await read(one.id)).priority, 'HIGH')
  const rest = await undo(ana, operationId, { rest: true })
  assert.deepEqual(
    rest.data.results.map(({ subjectRef, outcome }) => [subjectRef, outcome]).sort(),
    [
      [one.referenceNumber, 'changed'],
      [two.referenceNumber, 'refused'],
    ].sort(),
  )
  assert.deepEqual([(await read(one.id)).priority, (await read(two.id)).priority], ['MEDIUM', 'CRITICAL'])
})

test('a later change of something else, or one that was undone itself, stands in nobody’s way', async () => {
  const { id } = await ask(desk)
  const first = await edit(ana, [id], { priority: 'HIGH' })
  const second = await edit(luis, [id], { priority: 'LOW' })
  await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['vpn'] } })
  assert.equal((await undo(ana, first.operationId)).status, 409)
  assert.equal((await undo(luis, second.operationId)).status, 200)
  assert.equal((await undo(ana, first.operationId)).status, 200)
  assert.deepEqual([(await read(id)).priority, (await read(id)).tags], ['MEDIUM', ['vpn']])
})

test('a state is not brought back over a closing', async () => {
  const { id } = await ask(desk)
  const { operationId } = await edit(ana, [id], {
    transition: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' },
  })
  await desk.as(jorge).call(requests.close, { params: { id } })
  const { status, problem } = await undo(ana, operationId)
  assert.deepEqual([status, problem.conflicts?.[0]?.message], [409, 'It was closed since. Reopen it first.'])
})

test('refuses a second time, an undo, and what is older than a day', async () => {
  const { id } = await ask(desk)
  const first = await edit(ana, [id], { priority: 'HIGH' })
  const done = await undo(ana, first.operationId)
  assert.match((await undo(ana, first.operationId)).problem.detail, /^Ana Ruiz undid it already, on /)
  const again = await undo(ana, done.data.operationId)
  assert.deepEqual(
    [again.status, again.problem.detail],
    [409, 'An undo cannot be undone. Make the change again instead.'],
  )
  const old = await edit(ana, [id], { priority: 'HIGH' })
  await desk.rows(ana, `update app.operations set ended_at = ended_at - interval '25 hours' where id = $1`, [
    old.operationId,
  ])
  assert.deepEqual(
    [(await undo(ana, old.operationId)).status, (await undo(ana, old.operationId)).problem.detail],
    [409, 'It ended more than a day ago and cannot be undone any more.'],
  )
  const nothing = await edit(ana, [id], { priority: 'HIGH' })
  assert.equal(
    (await undo(ana, nothing.operationId)).problem.detail,
    'It changed nothing, so there is nothing to undo.',
  )
})

test('the doer or who leads the desk; for everybody else there is no such operation', async () => {
  const { id } = await ask(desk)
  const { operationId } = await edit(ana, [id], { priority: 'HIGH' })
  for (const who of [luis, nuria, jorge, iris]) {
    assert.equal((await undo(who, operationId)).status, 404, who)
    assert.equal(
      (await desk.as(who).call(operations.get, { params: { id: operationId ?? '' } })).status,
      404,
      who,
    )
    assert.equal(
      (await desk.as(who).call(operations.results, { params: { id: operationId ?? '' } })).status,
      404,
      who,
    )
    assert.equal(
      (await desk.as(who).call(operations.download, { params: { id: operationId ?? '' } })).status,
      404,
      who,
    )
  }
  const listed = async (who: string): Promise<Operation[]> =>
    (await desk.as(who).call(operations.undoable)).data.data
  assert.ok((await listed(ana)).some((one) => one.id === operationId))
  assert.equal(
    (await listed(sofia)).some((one) => one.id === operationId),
    false,
  )
  assert.equal((await undo(sofia, operationId)).status, 200)
  assert.equal(
    (await listed(ana)).some((one) => one.id === operationId),
    false,
  )
  assert.equal((await read(id)).priority, 'MEDIUM')
  const other = await edit(ana, [id], { priority: 'LOW' })
  assert.equal((await undo(elena, other.operationId)).status, 200)
})

test('of two who undo at once, one does', async () => {
  const ids = (await several(10)).map(({ id }) => id)
  const { operationId } = await edit(ana, ids, { priority: 'HIGH' })
  const both = await Promise.all([undo(ana, operationId), undo(sofia, operationId)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
})

test('what is large is undone as a job too', async () => {
  const ids = (await several(25)).map(({ id }) => id)
  const { operationId } = await edit(ana, ids, { priority: 'HIGH' }, { prefer: 'respond-async' })
  await desk.work()
  const begun = await undo(ana, operationId)
  assert.deepEqual([begun.data.state, begun.data.results], ['RUNNING', []])
  await desk.work()
  const { data } = await desk.as(ana).call(operations.get, { params: { id: begun.data.operationId } })
  assert.deepEqual([data.state, data.changed], ['DONE', 25])
  assert.equal((await read(ids[24] ?? '')).priority, 'MEDIUM')
})

test('undoing any legal operation is as if it had never been', async () => {
  const people = await Promise.all([ana, luis].map(idOf))
  const transitions = fc.constantFrom<NonNullable<Action['transition']>>(
    { to: 'IN_PROGRESS', reason: 'So.' },
    { to: 'IN_REVIEW', reason: 'So.' },
    { to: 'ACTION_REQUIRED', question: 'Which floor?' },
    { to: 'WAITING', waitReason: 'PART' },
    { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' },
    { to: 'REJECTED', reason: 'No.' },
  )
  const actions: fc.Arbitrary<Action> = fc
    .record(
      {
        priority: fc.constantFrom('LOW', 'HIGH', 'CRITICAL'),
        urgency: fc.constantFrom('LOW', 'HIGH'),
        assignedToId: fc.constantFrom(...people, null),
        tags: fc.subarray(['a', 'b']),
        transition: transitions,
      },
      { requiredKeys: [] },
    )
    .filter((action) => Object.keys(action).length > 0)
  const states = fc.constantFrom(...Object.values(inState))
  const times = async (id: string) =>
    desk.rows(
      ana,
      'select status_changed_at, first_response_at, appeal_count from app.requests where id = $1',
      [id],
    )
  let undone = 0
  await fc.assert(
    fc.asyncProperty(states, fc.array(actions, { minLength: 1, maxLength: 3 }), async (state, chain) => {
      const { id } = await ask(desk)
      await put(desk, id, { ...state, status_changed_at: (await read(id)).createdAt })
      const before = [shape(await read(id)), await times(id)]
      const done: string[] = []
      for (const action of chain) {
        const { operationId, changed } = await edit(sofia, [id], action)
        if (changed > 0 && operationId) done.push(operationId)
      }
      const length = (await historyOf(id)).length
      for (const operationId of done.toReversed()) assert.equal((await undo(sofia, operationId)).status, 200)
      assert.deepEqual([shape(await read(id)), await times(id)], before)
      assert.ok((await historyOf(id)).length >= length)
      undone += done.length
    }),
    { numRuns: 25 },
  )
  assert.ok(undone > 10, `${undone} operations`)
})
