import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { agreements, type BodyIn, escalationPolicies } from '@deskhand/contract'
import { words as agreementWords } from '../agreements/words.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Steps = BodyIn<typeof escalationPolicies.create>['steps']
type Step = Steps[number]
const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  target: 'FIRST_RESPONSE',
  moment: { at: 'PERCENT', percent: 75 },
  action: { do: 'NOTIFY', whom: 'TEAM' },
  ...more,
})
let made = 0
async function create(steps: Steps, by = elena) {
  made += 1
  return desk.as(by).call(escalationPolicies.create, { body: { name: `Steps ${made}`, steps } })
}
const minutes = { firstResponse: 60, nextResponse: null, resolution: 480 }
const targets = { LOW: minutes, MEDIUM: minutes, HIGH: minutes, CRITICAL: minutes }
async function goingBy(escalationPolicyId: string, more: Partial<BodyIn<typeof agreements.create>> = {}) {
  made += 1
  return desk
    .as(elena)
    .call(agreements.create, { body: { name: `Policy ${made}`, targets, escalationPolicyId, ...more } })
}
const read = async (id: string) =>
  (await desk.as(elena).call(escalationPolicies.list)).data.data.find((one) => one.id === id)

test('one escalation policy is the steps of each SLA policy that goes by it, also after a change', async () => {
  const { data: shared } = await create([step('tell')])
  const [one, other] = [(await goingBy(shared.id)).data, (await goingBy(shared.id)).data]
  assert.deepEqual([one.escalations, other.escalations], [[step('tell')], [step('tell')]])
  assert.deepEqual(
    (await read(shared.id))?.usedBy.map(({ id }) => id),
    [one.id, other.id],
  )
  const version = async () =>
    (await desk.rows<{ version: number }>(elena, 'select version from app.clock_settings'))[0]?.version ?? 0
  const before = await version()
  const { data: changed } = await desk.as(elena).call(escalationPolicies.update, {
    params: { id: shared.id },
    body: { steps: [step('tell'), step('page', { action: { do: 'PAGE' } })] },
  })
  assert.equal(changed.version, shared.version + 1)
  const { data: now } = await desk.as(elena).call(agreements.get, { params: { id: other.id } })
  assert.deepEqual(
    now.escalations.map(({ id }) => id),
    ['tell', 'page'],
  )
  assert.ok((await version()) > before, 'open requests are counted anew')
})

test('what is in use is not deleted, and says by whom; then it is', async () => {
  const { data: shared } = await create([step('tell')])
  const { data: policy } = await goingBy(shared.id)
  const remove = (by = elena) => desk.as(by).call(escalationPolicies.remove, { params: { id: shared.id } })
  const refused = await remove()
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, new RegExp(`“${policy.name}” goes by it`))
  await desk.as(elena).call(agreements.remove, { params: { id: policy.id } })
  assert.equal((await remove()).status, 204)
  assert.equal(await read(shared.id), undefined)
})

describe('steps that say nothing are refused', () => {
  const cases: [string, Steps, string][] = [
    ['twice the same', [step('a'), step('a')], agreementWords.twice('a')],
    [
      'given to nobody',
      [step('a', { action: { do: 'REASSIGN', assignedToId: null, assignedTeamId: null } })],
      agreementWords.gives,
    ],
    [
      'given to who is not there',
      [step('a', { action: { do: 'REASSIGN', assignedToId: crypto.randomUUID(), assignedTeamId: null } })],
      agreementWords.noSuchPerson,
    ],
    [
      'given to a team that is not there',
      [step('a', { action: { do: 'REASSIGN', assignedToId: null, assignedTeamId: crypto.randomUUID() } })],
      agreementWords.noSuchTeam,
    ],
  ]
  for (const [name, steps, sentence] of cases) {
    test(name, async () => {
      const { status, problem } = await create(steps)
      assert.deepEqual([status, problem.errors?.[0]?.pointer, problem.detail], [422, '/steps', sentence])
    })
  }
})

test('steps and SLA policies must fit, whichever is saved', async () => {
  const early = step('early', { moment: { at: 'BEFORE', minutes: 90 } })
  const { data: shared } = await create([early])
  const refused = await goingBy(shared.id)
  assert.deepEqual(
    [refused.status, refused.problem.errors?.[0]?.pointer, refused.problem.detail],
    [422, '/escalationPolicyId', agreementWords.tooEarly(90)],
  )
  const { data: fitting } = await create([step('a')])
  const it = await desk.rows<{ id: string }>(elena, `select id from app.desks where code = 'IT'`)
  await goingBy(fitting.id, { serviceDeskId: it[0]?.id ?? '' })
  const change = (steps: Steps) =>
    desk.as(elena).call(escalationPolicies.update, { params: { id: fitting.id }, body: { steps } })
  assert.equal((await change([early])).problem.detail, agreementWords.tooEarly(90))
  const give = async (email: string) =>
    change([
      step('give', {
        action: { do: 'REASSIGN', assignedToId: (await desk.who(email)).personId, assignedTeamId: null },
      }),
    ])
  assert.equal((await give(nuria)).problem.detail, agreementWords.noSuchPerson, 'she works at another desk')
  assert.equal((await give(ana)).status, 200)
})

test('they are an admin’s to change, a supervisor’s to read, and invisible to others', async () => {
  const { data: shared } = await create([step('tell')])
  const params = { id: shared.id }
  const update = (by: string, ifMatch?: string) =>
    desk.as(by).call(escalationPolicies.update, {
      params,
      body: { name: `Renamed by ${by}` },
      ...(ifMatch && { headers: { 'if-match': ifMatch } }),
    })
  for (const who of [jorge, ana, sofia]) assert.equal((await update(who)).status, 403, who)
  assert.equal((await update(olga)).status, 404)
  assert.equal((await update(elena, '"9"')).status, 412)
  assert.equal((await update(elena, '"1"')).status, 200)
  assert.equal((await create([step('tell')], sofia)).status, 403)
  assert.equal((await desk.as(sofia).call(escalationPolicies.list)).status, 200)
  assert.equal((await desk.as(ana).call(escalationPolicies.list)).status, 403)
  assert.ok(!(await desk.as(olga).call(escalationPolicies.list)).data.data.some(({ id }) => id === shared.id))
  const again = await desk
    .as(elena)
    .call(escalationPolicies.create, { body: { name: `RENAMED by ${elena}`, steps: [step('a')] } })
  assert.equal(again.status, 409)
})
