import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { notifications, requests, rules } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask, put } from '../requests/sample.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge } from '../testing/people.ts'
import { schedules } from './keepTime.ts'
import { addRule, clear, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
after(() => desk.close())

const tick = async () => {
  const { platform } = desk.deskhand
  const own = schedules(platform)
  for (const schedule of own) await runScheduleNow(platform.pools, schedule)
  // With everybody's reactions: what the relay has passed on without one comes to nobody.
  const reactions = slices.flatMap((slice) => slice.reactions(platform))
  await drain({ ...platform, reactions, schedules: own })
}
const read = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const hour = 3_600_000

test('a moment is looked at once, when it comes, by what is so then', async () => {
  const rule = await addRule(desk, {
    trigger: { on: 'TIME', hours: 4, side: 'AFTER', moment: 'CREATED' },
    condition: { match: 'all', parts: [{ field: 'assignee', is: 'notAnswered' }] },
    actions: { priority: 'HIGH' },
  })
  const [late, taken] = [await ask(desk), await ask(desk)]
  await desk.as(ana).call(requests.assign, {
    params: { id: taken.id },
    body: { assignedToId: (await desk.who(ana)).personId },
  })
  await tick()
  assert.equal((await read(late.id)).priority, 'MEDIUM')
  clock.shiftBy(4 * hour + 60_000)
  try {
    await tick()
    assert.deepEqual([(await read(late.id)).priority, (await read(taken.id)).priority], ['HIGH', 'MEDIUM'])
    await desk.as(ana).call(requests.prioritise, { params: { id: late.id }, body: { priority: 'LOW' } })
    await desk.as(ana).call(requests.unassign, { params: { id: taken.id } })
    await tick()
    assert.deepEqual([(await read(late.id)).priority, (await read(taken.id)).priority], ['LOW', 'MEDIUM'])
  } finally {
    clock.reset()
  }
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id: late.id } })).data
  assert.deepEqual(
    data.map(({ ruleId, eventId, outcome }) => [ruleId, eventId, outcome]),
    [[rule.id, null, 'APPLIED']],
  )
})

test('a rule that is switched on begins with what comes', async () => {
  await clear(desk)
  const { id } = await ask(desk)
  await desk.rows(
    jorge,
    `update app.requests set created_at = created_at - interval '3 days' where id = $1`,
    [id],
  )
  await addRule(desk, {
    trigger: { on: 'TIME', hours: 24, side: 'AFTER', moment: 'CREATED' },
    actions: { priority: 'LOW' },
  })
  await tick()
  assert.equal((await read(id)).priority, 'MEDIUM')
})

test('two rules by the clock that answer each other are stopped, and the admin is told', async () => {
  await clear(desk)
  const byState = (status: string) => ({
    trigger: { on: 'TIME', hours: 1, side: 'AFTER', moment: 'STATUS' } as const,
    condition: {
      match: 'all' as const,
      parts: [{ field: 'status' as const, is: 'is' as const, value: status }],
    },
  })
  const hold = { to: 'WAITING', waitReason: 'VENDOR' } as const
  await addRule(desk, { name: 'Hold', ...byState('IN_PROGRESS'), actions: { move: hold } })
  const goOn = { name: 'Go on', ...byState('WAITING'), actions: { move: { to: 'IN_PROGRESS' as const } } }
  const refused = await desk.as(elena).call(rules.create, { body: ruleOf(goOn) })
  assert.equal(refused.status, 422)
  assert.match(refused.problem.detail, /“Go on” → “Hold” → “Go on”/)
  const { id: otherId } = await addRule(desk, { ...goOn, isEnabled: false })
  // Behind the back of the check.
  await desk.rows(jorge, 'update app.rules set is_enabled = true where id = $1', [otherId])

  const { id, referenceNumber } = await ask(desk)
  await put(desk, id, { status: 'SUBMITTED' })
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  const states: string[] = []
  try {
    for (let passed = 1; passed <= 4; passed++) {
      clock.shiftBy(hour + 60_000)
      await tick()
      states.push((await read(id)).status)
    }
  } finally {
    clock.reset()
  }
  assert.deepEqual(states, ['WAITING', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS'])
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data
  assert.deepEqual(
    data.map(({ ruleName, outcome, detail }) => [ruleName, outcome, outcome === 'STOPPED' ? detail : null]),
    [
      ['Hold', 'STOPPED', 'Stopped: it followed from itself (Hold → Go on → Hold).'],
      ['Go on', 'APPLIED', null],
      ['Hold', 'APPLIED', null],
    ],
  )
  const inbox = (await desk.as(elena).call(notifications.list, { query: { limit: 50 } })).data.data
  assert.ok(inbox.some(({ title }) => title === `A rule could not be carried out on ${referenceNumber}`))
})

test('what a person did in between begins a new chain', async () => {
  await clear(desk)
  await addRule(desk, {
    name: 'Hold',
    trigger: { on: 'TIME', hours: 1, side: 'AFTER', moment: 'STATUS' },
    condition: { match: 'all', parts: [{ field: 'status', is: 'is', value: 'IN_PROGRESS' }] },
    actions: { move: { to: 'WAITING', waitReason: 'VENDOR' } },
  })
  const { id } = await ask(desk)
  const begin = () => desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  try {
    for (let round = 0; round < 2; round++) {
      assert.equal((await begin()).status, 200)
      clock.shiftBy(hour + 60_000)
      await tick()
      assert.equal((await read(id)).status, 'WAITING')
    }
  } finally {
    clock.reset()
  }
})
