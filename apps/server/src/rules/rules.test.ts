import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { notifications, operations, requests, rules } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'
import { addRule, clear, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
afterEach(() => clear(desk))
after(() => desk.close())

const read = async (id: string, who = ana) => (await desk.as(who).call(requests.get, { params: { id } })).data
const runsOf = async (id: string) => (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data.data
const idOf = async (who: string) => (await desk.who(who)).personId
const asked = async (body: Parameters<typeof ask>[1] = {}) => {
  const request = await ask(desk, body)
  await desk.work()
  return request
}

test('what is new is changed by the rules that match, in one undoable deed each, and the log says so', async () => {
  const rule = await addRule(desk, {
    name: 'VPN first',
    condition: {
      match: 'all',
      parts: [
        { field: 'summary', is: 'contains', value: 'vpn' },
        {
          match: 'any',
          parts: [
            { field: 'priority', is: 'is', value: 'MEDIUM' },
            { field: 'isVip', is: 'is', value: true },
          ],
        },
      ],
    },
    actions: {
      priority: 'HIGH',
      tags: { add: ['vpn'] },
      note: 'Look at the gateway first.',
      watcherIds: [await idOf(nuria)],
    },
  })
  const other = await asked({ summary: 'A new chair' })
  const request = await asked()
  const now = await read(request.id)
  assert.deepEqual([now.priority, now.tags], ['HIGH', ['vpn']])
  assert.equal((await read(other.id)).priority, 'MEDIUM')
  const [run, ...rest] = await runsOf(request.id)
  assert.equal(rest.length, 0)
  assert.deepEqual([run?.outcome, run?.ruleName, run?.chain], ['APPLIED', 'VPN first', []])
  assert.deepEqual(run?.changes['priority'], ['MEDIUM', 'HIGH'])
  assert.match(run?.detail ?? '', /Set the priority to high, tag it vpn, write a note and let Nuria/)
  assert.deepEqual((await desk.as(elena).call(rules.runs, { params: { id: rule.id } })).data.data, [run])
  const listed = (await desk.as(elena).call(rules.list)).data.data[0]
  assert.equal(listed?.recent.applied, 1)
  assert.equal(
    listed?.sentences.if,
    'the title contains vpn and (the priority is medium or who asked is a VIP)',
  )
  // Deskhand looked; nobody did.
  assert.equal(now.firstResponseAt, null)

  const operationId = run?.operationId ?? ''
  const undo = (who: string) => desk.as(who).call(operations.undo, { params: { operationId }, body: {} })
  assert.equal((await undo(jorge)).status, 404)
  assert.equal((await undo(sofia)).status, 200)
  await desk.work()
  const back = await read(request.id)
  assert.deepEqual([back.priority, back.tags], ['MEDIUM', []])
  const { data } = (await desk.as(ana).call(requests.activities, { params: { id: request.id } })).data
  assert.ok(data.some(({ activityType, withdrawnAt }) => activityType === 'COMMENT' && withdrawnAt))
  assert.equal((await runsOf(request.id))[0]?.undoneByName, 'Sofía Prieto')
})

test('undoing is refused with the reason where somebody changed the same since', async () => {
  await addRule(desk, { actions: { priority: 'CRITICAL' } })
  const { id } = await asked()
  await desk.as(ana).call(requests.prioritise, { params: { id }, body: { priority: 'LOW' } })
  const operationId = (await runsOf(id))[0]?.operationId ?? ''
  const { status, problem } = await desk
    .as(sofia)
    .call(operations.undo, { params: { operationId }, body: {} })
  assert.equal(status, 409)
  assert.match(problem.detail, /Ana Ruiz changed the priority/)
})

test('the order decides, and of a group that wants it only the first match counts', async () => {
  const first = await addRule(desk, { actions: { priority: 'LOW' } })
  const second = await addRule(desk, { actions: { priority: 'CRITICAL', tags: { add: ['second'] } } })
  const priority = async () => (await read((await asked()).id)).priority
  assert.equal(await priority(), 'CRITICAL')
  const order = (ruleIds: string[], mode: 'ALL' | 'FIRST_MATCH') =>
    desk.as(elena).call(rules.order, { body: { ruleIds, modes: [{ serviceDeskId: null, mode }] } })
  assert.deepEqual(
    (await order([second.id, first.id], 'ALL')).data.data.map(({ id }) => id),
    [second.id, first.id],
  )
  assert.equal(await priority(), 'LOW')
  await order([second.id, first.id], 'FIRST_MATCH')
  assert.equal(await priority(), 'CRITICAL')
  assert.equal((await order([first.id], 'ALL')).status, 409)
  assert.equal((await order([first.id, second.id], 'ALL')).status, 200)
})

test('a rule follows from another, and each run names the chain', async () => {
  const one = await addRule(desk, { name: 'Tag', actions: { tags: { add: ['printer'] } } })
  await addRule(desk, {
    name: 'Sort',
    trigger: { on: 'CHANGED', fields: ['tag'] },
    condition: { match: 'all', parts: [{ field: 'tag', is: 'is', value: 'printer' }] },
    actions: { priority: 'LOW' },
  })
  const { id } = await asked()
  assert.equal((await read(id)).priority, 'LOW')
  assert.deepEqual(
    (await runsOf(id)).map(({ ruleName, chain }) => [ruleName, chain]),
    [
      ['Sort', [one.name]],
      ['Tag', []],
    ],
  )
})

test('what a state forbids is refused in the words of the single command, and who leads is told once', async () => {
  const rule = await addRule(desk, {
    name: 'Begin again',
    trigger: { on: 'CHANGED', fields: ['tag'] },
    actions: { priority: 'LOW', move: { to: 'WAITING', waitReason: 'VENDOR' } },
  })
  const tagged = async () => {
    const { id } = await ask(desk)
    await put(desk, id, inState.REJECTED)
    await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['x'] } })
    await desk.work()
    return id
  }
  const id = await tagged()
  const now = await read(id)
  assert.deepEqual([now.status, now.priority], ['REJECTED', 'MEDIUM'])
  const [run] = await runsOf(id)
  assert.deepEqual([run?.outcome, run?.detail], ['REFUSED', 'A rejected request cannot be put on hold.'])
  assert.equal(run?.operationId, null)
  await tagged()
  const told = (await desk.as(elena).call(notifications.list, {})).data.data.filter(
    ({ kind }) => kind === 'rule_failed',
  )
  assert.deepEqual(
    told.map(({ title, body }) => [title, body]),
    [
      [
        `A rule could not be carried out on ${now.referenceNumber}`,
        'A rejected request cannot be put on hold.',
      ],
    ],
  )
  assert.equal((await desk.as(elena).call(rules.get, { params: { id: rule.id } })).data.recent.refused, 2)
})

test('somebody is told, and a reply goes out without counting as an answer', async () => {
  await addRule(desk, {
    actions: {
      reply: '{{requester.firstName}}, {{me.name}} has {{request.referenceNumber}}.',
      notify: { personIds: [await idOf(luis)], message: 'Printer on fire' },
    },
  })
  const { id } = await asked()
  assert.equal((await read(id)).firstResponseAt, null)
  const { data } = (await desk.as(jorge).call(requests.activities, { params: { id } })).data
  assert.deepEqual(
    data
      .filter(({ activityType }) => activityType === 'COMMENT')
      .map(({ authorName, message }) => [authorName, message]),
    [['Deskhand', `Jorge, Deskhand has ${(await read(id)).referenceNumber}.`]],
  )
  assert.ok(!data.some(({ metadata }) => metadata['event'] === 'rule'), 'what rules did is the desk’s')
  const told = (await desk.as(luis).call(notifications.list, {})).data.data.find(
    ({ kind }) => kind === 'rule_told',
  )
  assert.equal(told?.body, 'Printer on fire')
})

test('confidential, merged and closed requests are left alone', async () => {
  await addRule(desk, { trigger: { on: 'CHANGED', fields: ['tag'] }, actions: { priority: 'LOW' } })
  const { id } = await ask(desk)
  await desk.as(sofia).call(requests.seal, { params: { id }, body: { isConfidential: true } })
  await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['y'] } })
  await desk.work()
  assert.equal((await read(id)).priority, 'MEDIUM')
  assert.deepEqual(await runsOf(id), [])
})

test('rules are the admin’s, their log the desk’s, and no other company’s', async () => {
  const rule = await addRule(desk, { actions: { priority: 'LOW' } })
  const { id } = await asked()
  const params = { id: rule.id }
  for (const who of [jorge, ana, sofia]) {
    assert.equal((await desk.as(who).call(rules.list)).status, 403)
    assert.equal(
      (await desk.as(who).call(rules.create, { body: ruleOf({ actions: { priority: 'LOW' } }) })).status,
      403,
    )
  }
  assert.deepEqual((await desk.as(olga).call(rules.list)).data.data, [])
  for (const route of [rules.get, rules.runs] as const)
    assert.equal((await desk.as(olga).call(route, { params })).status, 404)
  assert.equal((await desk.as(olga).call(rules.update, { params, body: { isEnabled: false } })).status, 404)
  assert.equal((await desk.as(olga).call(rules.remove, { params })).status, 404)
  assert.equal((await desk.as(olga).call(rules.dryRun, { params, body: {} })).status, 404)
  assert.equal((await desk.as(jorge).call(rules.ofRequest, { params: { id } })).status, 403)
  assert.equal((await desk.as(nuria).call(rules.ofRequest, { params: { id } })).status, 404)
})

test('a rule is changed on the version one saw, switched off, and deleted', async () => {
  const rule = await addRule(desk, { actions: { priority: 'LOW' } })
  const params = { id: rule.id }
  const change = (version: number, isEnabled: boolean) =>
    desk
      .as(elena)
      .call(rules.update, { params, body: { isEnabled }, headers: { 'if-match': `"${version}"` } })
  assert.equal((await change(1, false)).data.version, 2)
  assert.equal((await change(1, true)).status, 412)
  assert.equal((await read((await asked()).id)).priority, 'MEDIUM')
  assert.equal((await desk.as(elena).call(rules.remove, { params })).status, 204)
  assert.equal((await desk.as(elena).call(rules.get, { params })).status, 404)
})

test('what could never be carried out is refused when it is saved', async () => {
  const nobody = '01890000-0000-7000-8000-000000000000'
  const [{ id: hr } = { id: '' }] = await desk.rows<{ id: string }>(
    ana,
    `select id from app.desks where code = 'HR'`,
  )
  const low = { actions: { priority: 'LOW' as const } }
  const cases: [Parameters<typeof ruleOf>[0], RegExp][] = [
    [{ actions: { assignedToId: nobody } }, /no such person/],
    [{ serviceDeskId: hr, actions: { assignedToId: await idOf(ana) } }, /does not work at this desk/],
    [{ actions: { assignedTeamId: nobody } }, /no such team/],
    [{ actions: { requestTypeId: nobody } }, /no such kind/],
    [{ serviceDeskId: nobody, actions: { priority: 'LOW' } }, /no such desk/],
    [{ actions: { reply: 'Dear {{requester.salary}}' } }, /no \{\{requester\.salary\}\}/],
    [{ actions: { move: { to: 'APPROVED' } } }, /cannot approve/],
    [{ actions: { move: { to: 'SUBMITTED' } } }, /Nothing leads/],
    [{ actions: { move: { to: 'WAITING' } } }, /what it waits for/],
    [{ actions: { move: { to: 'IN_PROGRESS', waitDays: 2 } } }, /a move to WAITING does/],
    [
      { actions: { move: { to: 'RESOLVED', resolutionCode: 'MAGIC', resolutionText: 'So.' } } },
      /no such code/,
    ],
    [
      { condition: { match: 'all', parts: [{ field: 'priority', is: 'is', value: 'URGENT' }] }, ...low },
      /LOW, MEDIUM, HIGH or CRITICAL/,
    ],
    [
      {
        condition: {
          match: 'all',
          parts: [{ match: 'any', parts: [{ field: 'isVip', is: 'is', value: 'yes' }] }],
        },
        ...low,
      },
      /true or false/,
    ],
  ]
  for (const [rule, expected] of cases) {
    const { status, problem } = await desk.as(elena).call(rules.create, { body: ruleOf(rule) })
    assert.equal(status, 422)
    assert.match(problem.detail, expected)
  }
  assert.equal((await desk.as(elena).call(rules.create, { body: ruleOf({ actions: {} }) })).status, 400)
})
