import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  agreements,
  type BodyIn,
  calendars,
  type EscalationPolicy,
  escalationPolicies,
  people,
  requests,
  sla,
} from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask } from '../requests/sample.ts'
import { slices } from '../slices.ts'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, olga, omar, sofia } from '../testing/people.ts'
import { escalations } from './escalate.ts'
import { catchUp } from './recompute.ts'

let desk: Desk
let deskId = ''
before(async () => {
  desk = await openDesk()
  deskId =
    (await desk.rows<{ id: string }>(elena, `select id from app.desks where code = 'FACILITIES'`))[0]?.id ??
    ''
  const day = [{ from: '00:00', until: '24:00' }]
  const body = {
    name: 'Day and night',
    zone: 'UTC',
    week: Array.from({ length: 7 }, () => day),
    serviceDeskIds: [deskId],
  }
  await desk.as(elena).call(calendars.create, { body })
})
after(async () => {
  clock.reset()
  await desk.close()
})

type Body = BodyIn<typeof agreements.create>
const minutes = (firstResponse: number | null, resolution: number | null) => ({
  firstResponse,
  nextResponse: 30,
  resolution,
})
let made = 0
const body = (more: Partial<Body> = {}): Body => {
  made += 1
  return {
    name: `Policy ${made}`,
    position: 0,
    serviceDeskId: deskId,
    targets: {
      LOW: minutes(600, 6000),
      MEDIUM: minutes(60, 480),
      HIGH: minutes(30, 240),
      CRITICAL: minutes(15, 60),
    },
    ...more,
  }
}
/** Makes a policy and lets what follows from it happen. */
async function promise(more: Partial<Body> = {}) {
  const { data } = await desk.as(elena).call(agreements.create, { body: body(more) })
  await desk.work()
  return data
}
const facilities = { serviceDeskCode: 'FACILITIES' }
const report = async (id: string, who = elena) => (await desk.as(who).call(sla.get, { params: { id } })).data
const clockOf = async (id: string, target: string) =>
  (await report(id)).clocks.find((one) => one.target === target)
const rowOf = async (id: string) => (await desk.as(elena).call(requests.get, { params: { id } })).data
const schedule = async (which: typeof escalations) => {
  const { platform } = desk.deskhand
  await runScheduleNow(platform.pools, which)
  await drain({
    ...platform,
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    schedules: slices.flatMap((slice) => slice.schedules(platform)),
  })
}
const minute = 60_000

describe('the clocks of a request', () => {
  test('are there with the answer that creates it, and every one says why it is due', async () => {
    await settle()
    const policy = await promise()
    const one = await ask(desk, facilities)
    assert.equal(Date.parse(one.slaDueAt ?? '') - Date.parse(one.createdAt), 60 * minute)
    assert.deepEqual(
      [one.sla?.target, one.sla?.state, one.sla?.targetSeconds],
      ['FIRST_RESPONSE', 'RUNNING', 3600],
    )
    assert.deepEqual((await rowOf(one.id)).sla, one.sla)
    const told = await report(one.id, jorge)
    assert.equal(told.policyName, policy.name)
    assert.match(
      told.clocks[0]?.because ?? '',
      new RegExp(
        `^Due .*, because “${policy.name}” promises the first response for medium priority within 1 h of working time\\. Day and night works day and night \\(UTC\\)\\.`,
      ),
    )
    assert.deepEqual(told.steps, [])
    assert.equal(told.clocks[0]?.ledger[0]?.actorName, 'Jorge Vidal')
  })

  test('pause with a question, go on with the answer, stop and go on again; all of it adds up to the second', async () => {
    const { id, createdAt } = await ask(desk, facilities)
    const step = async (later: number, to: object, who = elena) => {
      clock.shiftBy(later * minute)
      const { status } = await desk
        .as(who)
        .call(requests.transition, { params: { id }, body: to as { to: 'WAITING' } })
      assert.equal(status, 200)
    }
    // What the machine takes for the steps is part of the pause.
    const began = performance.now()
    await step(10, { to: 'IN_PROGRESS' })
    await step(10, { to: 'ACTION_REQUIRED', question: 'Which door?' })
    const asked = await rowOf(id)
    assert.deepEqual([asked.slaDueAt, asked.sla?.state, asked.sla?.target], [null, 'PAUSED', 'RESOLUTION'])
    clock.shiftBy(45 * minute)
    await desk.as(jorge).call(requests.comment, { params: { id }, body: { message: 'The green one.' } })
    const answered = await rowOf(id)
    assert.deepEqual([answered.status, answered.sla?.target], ['IN_REVIEW', 'NEXT_RESPONSE'])
    const resolution = await clockOf(id, 'RESOLUTION')
    const due = Date.parse(resolution?.dueAt ?? '') - Date.parse(createdAt)
    const paused = due - 480 * minute - 45 * minute
    assert.ok(paused >= -1_000 && paused <= performance.now() - began + 1_000, `${due / minute}`)
    await step(5, { to: 'IN_PROGRESS' })
    await step(20, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Oiled.' })
    const solved = await rowOf(id)
    assert.deepEqual([solved.sla, solved.slaDueAt], [null, null])
    clock.shiftBy(100 * minute)
    await desk.as(jorge).call(requests.reopen, { params: { id }, body: { reason: 'It squeaks.' } })
    clock.shiftBy(7 * minute)
    const { ageSeconds, clocks } = await report(id)
    for (const one of clocks) {
      const sum = one.usedSeconds + one.outsideSeconds + one.pausedSeconds + one.stoppedSeconds
      const since =
        ageSeconds - (Math.floor(Date.parse(one.startedAt) / 1000) - Math.floor(Date.parse(createdAt) / 1000))
      assert.equal(sum, since, one.target)
      assert.equal(
        one.ledger.reduce((all, { seconds }) => all + seconds, 0),
        since,
        one.target,
      )
    }
    const again = clocks.find(({ target }) => target === 'RESOLUTION')
    assert.deepEqual(
      again?.ledger.map(({ state }) => state),
      ['RUNNING', 'PAUSED', 'RUNNING', 'STOPPED', 'RUNNING'],
    )
    const used = (again?.usedSeconds ?? 0) - 52 * 60
    assert.ok(used >= -2 && used <= (performance.now() - began) / 1_000 + 2, `${again?.usedSeconds}`)
  })

  test('another priority keeps what was used', async () => {
    const { id, createdAt } = await ask(desk, facilities)
    clock.shiftBy(5 * minute)
    const { data } = await desk
      .as(elena)
      .call(requests.prioritise, { params: { id }, body: { priority: 'CRITICAL' } })
    assert.ok(Math.abs(Date.parse(data.slaDueAt ?? '') - Date.parse(createdAt) - 15 * minute) < 1_000)
    const { ledger } = (await clockOf(id, 'RESOLUTION')) ?? { ledger: [] }
    assert.match(ledger.at(-1)?.words ?? '', /Another priority/)
  })

  test('are as visible as the request, and a ledger is never changed', async () => {
    const { id } = await ask(desk, { ...facilities, isConfidential: true })
    for (const who of [ana, luis, iris, olga, nuria])
      assert.equal((await desk.as(who).call(sla.get, { params: { id } })).status, 404, who)
    await assert.rejects(
      desk.rows(elena, 'update app.sla_entries set reason = $1', ['x']),
      /permission denied/,
    )
    await assert.rejects(desk.rows(elena, 'delete from app.sla_steps'), /permission denied/)
  })
})

/** Takes away whatever other tests promised this desk. */
async function settle() {
  const { data } = await desk.as(elena).call(agreements.list)
  for (const { id, serviceDeskId } of data.data)
    if (serviceDeskId === deskId) await desk.as(elena).call(agreements.remove, { params: { id } })
}

describe('counting anew', () => {
  test('a changed policy reaches open requests by a job, without a new version of them', async () => {
    await settle()
    const policy = await promise()
    const { id, version, createdAt, updatedAt } = await ask(desk, facilities)
    // What else follows from the request is at it meanwhile, and counting anew leaves that for the next minute.
    await desk.work()
    const targets = { ...policy.targets, MEDIUM: minutes(20, 100) }
    await desk.as(elena).call(agreements.update, { params: { id: policy.id }, body: { targets } })
    assert.equal((await desk.as(elena).call(sla.recompute)).data.isRunning, true)
    await desk.work()
    const after = await rowOf(id)
    assert.equal(Date.parse(after.slaDueAt ?? '') - Date.parse(createdAt), 20 * minute)
    assert.deepEqual([after.version, Date.parse(after.updatedAt)], [version, Date.parse(updatedAt)])
    const { data } = await desk.as(elena).call(sla.recompute)
    assert.deepEqual([data.isRunning, data.done], [false, data.total])
    assert.ok(data.finishedAt)
    assert.match((await clockOf(id, 'FIRST_RESPONSE'))?.ledger.at(-1)?.words ?? '', /Another policy/)
    const told = await desk.rows(
      elena,
      `select 1 from app.events where name = 'sla.recomputed' and desk_id = $1`,
      [deskId],
    )
    assert.ok(told.length > 0)
  })

  test('a changed calendar too; what somebody was at is taken up within the minute', async () => {
    const { id, createdAt } = await ask(desk, facilities)
    await desk.rows(
      elena,
      'update app.requests set sla_version = 0, sla = null, sla_due_at = null where id = $1',
      [id],
    )
    await desk.work()
    await schedule(catchUp)
    const { slaDueAt } = await rowOf(id)
    assert.equal(Date.parse(slaDueAt ?? '') - Date.parse(createdAt), 20 * minute)
  })

  test('is shown to supervisors and admins', async () => {
    assert.equal((await desk.as(sofia).call(sla.recompute)).status, 200)
    assert.equal((await desk.as(ana).call(sla.recompute)).status, 403)
  })
})

describe('escalation', () => {
  test('takes each step once, tells whom it concerns, raises, and says so to the desk alone', async () => {
    await settle()
    const step = (id: string, percent: number, action: object) => ({
      id,
      target: 'FIRST_RESPONSE',
      moment: { at: 'PERCENT', percent },
      action,
    })
    const steps = [
      step('tell', 50, { do: 'NOTIFY', whom: 'SUPERVISORS' }),
      step('raise', 100, { do: 'RAISE' }),
    ]
    // The steps are written shorter than their type.
    const { data: escalation } = await desk.as(elena).call(escalationPolicies.create, {
      body: { name: 'Tell, then raise', steps: steps as unknown as EscalationPolicy['steps'] },
    })
    await promise({ escalationPolicyId: escalation.id })
    const { id } = await ask(desk, facilities)
    const taken = () =>
      desk.rows<{ step: string }>(
        elena,
        'select step from app.sla_steps where request_id = $1 order by taken_at',
        [id],
      )
    await schedule(escalations)
    assert.deepEqual(await taken(), [])
    clock.shiftBy(31 * minute)
    await schedule(escalations)
    await schedule(escalations)
    assert.deepEqual(await taken(), [{ step: 'tell' }])
    clock.shiftBy(30 * minute)
    await schedule(escalations)
    await schedule(escalations)
    assert.deepEqual(await taken(), [{ step: 'tell' }, { step: 'raise' }])
    assert.equal((await rowOf(id)).priority, 'HIGH')
    const events = await desk.rows<{ n: number }>(
      elena,
      `select count(*)::int as n from app.events where subject_id = $1 and name = 'request.escalated'`,
      [id],
    )
    assert.equal(events[0]?.n, 2)
    const lines = async (who: string) =>
      (await desk.as(who).call(requests.activities, { params: { id } })).data.data.map(
        ({ message }) => message,
      )
    assert.ok((await lines(elena)).some((line) => /told the desk/.test(line)))
    assert.ok(!(await lines(jorge)).some((line) => /told the desk/.test(line)))
    const { steps: told } = await report(id)
    assert.deepEqual(
      told.map(({ takenAt }) => takenAt !== null),
      [true, true],
    )
  })
})

describe('a step that gives a request to somebody', () => {
  const giving = async (name: string, to: { assignedToId?: string; assignedTeamId?: string }) => {
    await settle()
    const step = {
      id: 'give',
      target: 'FIRST_RESPONSE',
      moment: { at: 'PERCENT', percent: 50 },
      action: { do: 'REASSIGN', assignedToId: null, assignedTeamId: null, ...to },
    }
    const { data: escalation } = await desk.as(elena).call(escalationPolicies.create, {
      body: { name, steps: [step] as unknown as EscalationPolicy['steps'] },
    })
    await promise({ escalationPolicyId: escalation.id })
    const { id } = await ask(desk, facilities)
    // What else follows from the request is at it meanwhile, and a step leaves that for the next minute.
    await desk.work()
    return id
  }
  const later = async () => {
    clock.shiftBy(31 * minute)
    await schedule(escalations)
  }
  const lines = async (id: string) =>
    (await desk.as(elena).call(requests.activities, { params: { id } })).data.data.map(
      ({ message }) => message,
    )

  test('gives it once, and whoever has it by then reads why', async () => {
    const { personId } = await desk.who(omar)
    const id = await giving('Give it to Omar', { assignedToId: personId })
    assert.equal((await rowOf(id)).assignee, null)
    await later()
    assert.equal((await rowOf(id)).assignee?.id, personId)
    assert.ok((await lines(id)).some((line) => /gave this to somebody else, because/.test(line)))
    // Given back by a person, it stays so: the step was taken.
    await desk.as(omar).call(requests.assign, { params: { id }, body: { assignedToId: null } })
    await later()
    assert.equal((await rowOf(id)).assignee, null)
  })

  test('leaves it where it is when they have left the desk meanwhile, and says so', async () => {
    const { personId } = await desk.who(omar)
    const id = await giving('Give it to who leaves', { assignedToId: personId })
    const params = { id: personId }
    assert.equal((await desk.as(elena).call(people.block, { params, body: {} })).status, 200)
    await later()
    assert.equal((await rowOf(id)).assignee, null)
    assert.ok((await lines(id)).some((line) => /does not work at this desk any more/.test(line)))
    assert.equal((await desk.as(elena).call(people.unblock, { params, body: {} })).status, 200)
  })
})

describe('trying a policy', () => {
  test('says what would have been late, and changes nothing', async () => {
    await settle()
    const before = await desk.rows(elena, 'select count(*)::int as n from app.sla_policies')
    const strict = { LOW: minutes(1, 2), MEDIUM: minutes(1, 2), HIGH: minutes(1, 2), CRITICAL: minutes(1, 2) }
    const { status, data } = await desk.as(elena).call(sla.preview, { body: { policy: { targets: strict } } })
    assert.equal(status, 200)
    const first = data.targets.find(({ target }) => target === 'FIRST_RESPONSE')
    assert.ok(first && first.after.late > first.before.late, JSON.stringify(data.targets))
    assert.ok(data.differences.length > 0)
    assert.deepEqual(await desk.rows(elena, 'select count(*)::int as n from app.sla_policies'), before)
  })

  test('that is saved compares it with what would be without it', async () => {
    const { id } = await promise()
    const call = { params: { id }, body: { days: 60 } }
    assert.equal((await desk.as(sofia).call(sla.backtest, call)).status, 200)
    assert.equal((await desk.as(ana).call(sla.backtest, call)).status, 403)
    assert.equal((await desk.as(olga).call(sla.backtest, call)).status, 404)
    assert.equal((await desk.as(sofia).call(sla.preview, { body: { policy: body() } })).status, 403)
  })
})
