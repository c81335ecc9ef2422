import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requests, rules } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge } from '../testing/people.ts'
import { schedules } from './keepTime.ts'
import { addRule, clear } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
after(() => desk.close())

const tick = async () => {
  const { platform } = desk.deskhand
  for (const schedule of schedules(platform)) await runScheduleNow(platform.pools, schedule)
  await drain({ ...platform, reactions: [], schedules: schedules(platform) })
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
