import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { customFields, requests, rules, teams } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga } from '../testing/people.ts'
import { addRule, clear, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
afterEach(() => clear(desk))
after(() => desk.close())

const get = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const runsOf = async (id: string) =>
  (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data.data.map(
    ({ outcome, detail }) => `${outcome}: ${detail}`,
  )
const fault = async (actions: Parameters<typeof ruleOf>[0]['actions'], who = elena) => {
  const { status, problem } = await desk.as(who).call(rules.create, { body: ruleOf({ actions }) })
  return [status, problem.errors?.[0]?.pointer]
}

test('a rule sets impact and urgency, and the priority follows from them', async () => {
  await addRule(desk, { actions: { impact: 'HIGH', urgency: 'HIGH' } })
  const { id, priority } = await ask(desk)
  assert.notEqual(priority, 'CRITICAL')
  await desk.work()
  const now = await get(id)
  assert.deepEqual([now.impact, now.urgency, now.priority], ['HIGH', 'HIGH', 'CRITICAL'])
  assert.deepEqual(await runsOf(id), ['APPLIED: Set the impact to high and set the urgency to high.'])
})

test('a rule sets an answer and leaves the others; what the form does not know is refused', async () => {
  await addRule(desk, { name: 'Fill in', actions: { answers: { costCenter: 'IT-100' } } })
  const { id } = await ask(desk, { customFields: { floor: 3 } })
  await desk.work()
  assert.deepEqual((await get(id)).customFields, { floor: 3, costCenter: 'IT-100' })
  assert.deepEqual(await runsOf(id), ['APPLIED: Set the answer “costCenter” to IT-100.'])
})

test('a rule fills in a field of the company’s own by the same action', async () => {
  await desk
    .as(elena)
    .call(customFields.create, { body: { label: 'Wing', type: 'line', key: 'own_ruleWing' } })
  await addRule(desk, { name: 'Wing', actions: { answers: { own_ruleWing: 'north' } } })
  const { id } = await ask(desk, { customFields: { floor: 3 } })
  await desk.work()
  assert.deepEqual((await get(id)).customFields, { floor: 3, own_ruleWing: 'north' })
  assert.deepEqual(await runsOf(id), ['APPLIED: Set “Wing” to north.'])
})

test('an action on no answer is none', async () => {
  assert.deepEqual(await fault({ answers: {} }), [422, '/actions/answers'])
})

test('a rule that would set itself off by what it sets is refused when saved', async () => {
  const byAnswers = {
    trigger: { on: 'CHANGED' as const, fields: ['answers' as const] },
    actions: { answers: { floor: 4 } },
  }
  const whatever = await desk.as(elena).call(rules.create, { body: ruleOf(byAnswers) })
  assert.deepEqual([whatever.status, whatever.problem.errors?.[0]?.pointer], [422, '/trigger'])
  const condition = { match: 'all' as const, parts: [{ answer: 'floor', is: 'is' as const, value: 3 }] }
  const ends = await desk.as(elena).call(rules.create, { body: ruleOf({ ...byAnswers, condition }) })
  assert.equal(ends.status, 201, 'afterwards it no longer holds')
})

test('a closed team is given nothing by a new rule; forbidden to others, invisible to another company', async () => {
  const [it] = await desk.rows<{ id: string }>(jorge, `select id from app.desks where code = 'IT'`)
  const { data: team } = await desk
    .as(elena)
    .call(teams.create, { body: { serviceDeskId: it?.id ?? '', name: 'Night shift', personIds: [] } })
  await desk.as(elena).call(teams.close, { params: { id: team.id } })
  assert.deepEqual(await fault({ assignedTeamId: team.id }), [422, '/actions/assignedTeamId'])
  assert.deepEqual(await fault({ impact: 'HIGH' }, jorge), [403, undefined])
  assert.deepEqual(await fault({ assignedTeamId: team.id }, olga), [422, '/actions/assignedTeamId'])
})
