import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { agreements, type BodyIn, calendars, desks, escalationPolicies, plans } from '@deskhand/contract'
import pg from 'pg'
import { askLaptop, policy } from '../approvals/sample.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import { testSecret } from '../platform/testing/database.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { ask } from '../requests/sample.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, jorge, sofia } from '../testing/people.ts'
import { spawnServer } from '../testing/serverProcess.ts'

const desk = await openDesk()
const { platform } = desk.deskhand
const { pools, bell } = platform
const { companyId } = await desk.who(jorge)
const folder = mkdtempSync(join(tmpdir(), 'deskhand-schedule-kill-'))
const { user, password, host, port, database } = desk.database.connection
/** Whom the database belongs to: may hold back what others write. */
const owner = new pg.Client({ user, password, host, port, database })
await owner.connect()
const worker = spawnServer(
  {
    PORT: '0',
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`,
    DESKHAND_SECRET: testSecret,
    DESKHAND_DATA: folder,
    DESKHAND_URL: platform.config.url,
  },
  ['--as=worker'],
)
after(async () => {
  await worker.stop('SIGKILL')
  await owner.end()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = async (sql: string, values: unknown[] = []) =>
  (await desk.rows<{ n: number }>(jorge, `select count(*)::int as n from ${sql}`, values))[0]?.n

/** One plan, one promise and one approval whose moment has come. */
async function letComeDue() {
  await desk.rows(jorge, 'update app.request_plans set is_paused = true')
  await desk.rows(jorge, 'update app.approval_votes set remind_at = null, expires_at = null')
  await desk.rows(jorge, 'update app.requests set sla_step_at = null')
  const { data: all } = await desk.as(elena).call(desks.list)
  const idOf = (code: string) => all.data.find((one) => one.code === code)?.id ?? ''
  // Before anything is asked: whoever asks remembers calendars and promises for three seconds.
  const serviceDeskIds = [idOf('FACILITIES')]
  const week = Array.from({ length: 7 }, () => [{ from: '00:00', until: '24:00' }])
  await desk
    .as(elena)
    .call(calendars.create, { body: { name: 'Day and night', zone: 'UTC', week, serviceDeskIds } })
  const minutes = { firstResponse: 1, nextResponse: 60, resolution: 600 }
  const escalation = await desk.as(elena).call(escalationPolicies.create, {
    body: {
      name: 'Tell at once',
      steps: [
        {
          id: 'tell',
          target: 'FIRST_RESPONSE',
          moment: { at: 'PERCENT', percent: 1 },
          action: { do: 'NOTIFY', whom: 'SUPERVISORS' },
        },
      ],
    },
  })
  const body = {
    name: 'At once',
    position: 0,
    serviceDeskId: serviceDeskIds[0],
    targets: { LOW: minutes, MEDIUM: minutes, HIGH: minutes, CRITICAL: minutes },
    escalationPolicyId: escalation.data.id,
  }
  // The parts of the body are written wider than their types.
  const made = await desk
    .as(elena)
    .call(agreements.create, { body: body as BodyIn<typeof agreements.create> })
  assert.equal(made.status, 201)
  await desk.work()
  const { data: plan } = await desk.as(sofia).call(plans.create, {
    body: {
      name: 'Check the UPS',
      serviceDeskId: idOf('IT'),
      rule: 'FREQ=DAILY',
      startsOn: '2026-01-05',
      time: '08:30',
      zone: 'Europe/Madrid',
      template: { summary: 'Check the UPS, exactly once' },
    },
  })
  await desk.rows(
    jorge,
    `update app.request_plans set next_run_at = date_trunc('minute', now()),
       at_time = to_char(now() at time zone zone, 'HH24:MI') where id = $1`,
    [plan.id],
  )
  await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }], remindHours: 9 }])
  const laptop = await askLaptop(desk)
  await desk.work()
  await desk.rows(
    jorge,
    `update app.approval_votes set remind_at = now() where request_id = $1 and state = 'PENDING'`,
    [laptop.id],
  )
  const broken = await ask(desk, { serviceDeskCode: 'FACILITIES' })
  await desk.work()
  return { planId: plan.id, laptopId: laptop.id, brokenId: broken.id }
}

test('a worker that is killed before its commit leaves nothing; the next one does each thing once', async () => {
  const { planId, laptopId, brokenId } = await letComeDue()
  const traces = async () => ({
    planned: await count(`app.requests where summary = 'Check the UPS, exactly once'`),
    runs: await count('app.request_plan_runs where plan_id = $1', [planId]),
    steps: await count('app.sla_steps where request_id = $1', [brokenId]),
    escalated: await count(`app.events where subject_id = $1 and name = 'request.escalated'`, [brokenId]),
    reminded: await count(`app.events where subject_id = $1 and name = 'approval.reminded'`, [laptopId]),
    told: await count(
      `app.notifications where (request_id = $1 and kind = 'approval_reminded')
         or (request_id = $2 and kind = 'request_escalated')`,
      [laptopId, brokenId],
    ),
  })
  const nothing = { planned: 0, runs: 0, steps: 0, escalated: 0, reminded: 0, told: 0 }
  await until(
    async () => (await count('app.requests where id = $1 and sla_step_at <= now()', [brokenId])) === 1,
    'the step of the promise is ripe',
  )
  assert.deepEqual(await traces(), nothing)

  // Events are the last statement of each transaction: whoever holds their table stops all of them right before the end.
  await owner.query('begin')
  await owner.query('lock table app.events in share mode')
  await worker.ready()
  const names = ['plans.run_due', 'sla.escalate', 'approvals.remind']
  await desk.rows(
    jorge,
    `select jobs.add_job(name || '/company', json_build_object('companyId', $1::text), max_attempts => 25,
       job_key => name || '/' || $1) from unnest($2::text[]) as n (name)`,
    [companyId, names],
  )
  // Only workers see what workers wait for.
  const held = async () =>
    (await count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      and query like '%into app.events%'`)) ?? 0
  await until(async () => (await held()) >= names.length, 'all three are about to commit')
  await worker.stop('SIGKILL')
  await owner.query('rollback')
  await until(async () => (await held()) === 0, 'what they wrote is gone')
  assert.deepEqual(await traces(), nothing)

  const next = startWorker({
    ...{ pools, bell, log },
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    schedules: slices.flatMap((slice) => slice.schedules(platform)),
    pulse: { every: 100, silence: 600 },
  })
  const left = `jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
    where t.identifier = any ($1::text[])`
  const jobs = names.map((name) => `${name}/company`)
  await until(async () => (await count(left, [jobs])) === 0, 'the next one has done them', 60_000)
  await next.stop()
  await desk.work()
  const { told, ...done } = await traces()
  assert.deepEqual(done, { planned: 1, runs: 1, steps: 1, escalated: 1, reminded: 1 })
  assert.equal(
    told,
    await count(
      `(select distinct person_id, kind, request_id from app.notifications
        where (request_id = $1 and kind = 'approval_reminded') or (request_id = $2 and kind = 'request_escalated')) as n`,
      [laptopId, brokenId],
    ),
    'nobody is told twice',
  )
  assert.ok((told ?? 0) >= 2)
})
