import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type BodyIn, desks, notifications, plans, requests } from '@deskhand/contract'
import pg from 'pg'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, marta, olga, omar, sofia } from '../testing/people.ts'
import { runDue } from './commands/run.ts'

const desk = await openDesk()
after(() => desk.close())
let itId = ''
before(async () => {
  const { data } = await desk.as(sofia).call(desks.list)
  itId = data.data.find(({ code }) => code === 'IT')?.id ?? ''
})
// What the world has planned shall not run in between.
beforeEach(() => desk.rows(marta, 'update app.request_plans set is_paused = true'))

type Body = BodyIn<typeof plans.create>
const plan = (by: string, more: Partial<Body> = {}) =>
  desk.as(by).call(plans.create, {
    body: {
      name: 'Check the UPS',
      serviceDeskId: itId,
      rule: 'FREQ=DAILY',
      startsOn: '2026-01-05',
      time: '08:30',
      zone: 'Europe/Madrid',
      template: { summary: `Check the UPS ${Math.random()}` },
      ...more,
    },
  })
const planned = async (more: Partial<Body> = {}) => (await plan(sofia, more)).data
const get = async (id: string) => {
  const { data } = await desk.as(sofia).call(plans.list)
  return data.data.find((one) => one.id === id)
}
const runsOf = async (id: string) => (await desk.as(sofia).call(plans.runs, { params: { id } })).data.past
const due = (id: string, minutesAgo: number) =>
  desk.rows(
    marta,
    `update app.request_plans set next_run_at = date_trunc('minute', now() - make_interval(mins => $2)), at_time =
       to_char((now() - make_interval(mins => $2)) at time zone zone, 'HH24:MI') where id = $1`,
    [id, minutesAgo],
  )
/** One round of a worker; `die`: it ends before its commit. */
async function work({ die = false } = {}) {
  const { companyId } = await desk.who(marta)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const { platform } = desk.deskhand
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    async (tx) => {
      await runDue({ tx, db: tx.db, companyId, record, platform, now: new Date() })
      if (die) throw new Error('killed')
    },
    write,
  )
}
/** Below every rule of ours: as a bug would, or a migration that went wrong. */
async function refuseInDatabase(summary: string) {
  const { user, password, host, port, database } = desk.database.connection
  const owner = new pg.Client({ user, password, host, port, database })
  await owner.connect()
  await owner.query(`alter table app.requests drop constraint if exists never,
    add constraint never check (summary <> ${pg.escapeLiteral(summary)}) not valid`)
  await owner.end()
}
const made = async (summary: string) =>
  (
    await desk.rows<{ id: string }>(
      marta,
      `select id from app.requests where summary = $1 order by created_at`,
      [summary],
    )
  ).length

describe('a plan', () => {
  test('is made, shown in words with its next dates, and leaves no request of the trial', async () => {
    const template = { summary: 'Only planned' }
    const one = await planned({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', template })
    assert.equal(one.words, 'every 2 weeks on Monday at 08:30')
    assert.ok(one.nextRunAt && new Date(one.nextRunAt) > new Date())
    const { data } = await desk.as(sofia).call(plans.runs, { params: { id: one.id } })
    assert.equal(data.next.length, 6)
    assert.equal(await made('Only planned'), 0)
    const [event] = await desk.rows(
      marta,
      `select 1 from app.events where name = 'request.created' and data ->> 'summary' = 'Only planned'`,
    )
    assert.equal(event, undefined)
  })

  test('previews a rule and keeps nothing', async () => {
    const { data } = await desk.as(sofia).call(plans.preview, {
      body: { rule: 'FREQ=MONTHLY;BYDAY=1MO', startsOn: '2026-01-01', time: '09:00', zone: 'Europe/Lisbon' },
    })
    assert.equal(data.words, 'every month on the 1st Monday at 09:00')
    assert.equal(data.next.length, 6)
  })

  for (const [rule, startsOn, pointer] of [
    ['FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=5L', '1950-01-01', '/rule'],
    ['FREQ=YEARLY;INTERVAL=50000', '2026-01-01', '/rule'],
    ['FREQ=YEARLY', '1950-01-01', '/startsOn'],
    ['FREQ=DAILY;byhour=1,2,3', '2026-01-01', '/rule'],
  ] as const) {
    test(`previews no ${rule} from ${startsOn}`, async () => {
      const body = { rule, startsOn, time: '09:00', zone: 'Europe/Lisbon' }
      const { status, problem } = await desk.as(sofia).call(plans.preview, { body })
      assert.equal(status, 422)
      assert.equal(problem?.errors?.[0]?.pointer, pointer)
    })
  }

  const nobody = '018f0000-0000-7000-8000-000000000000'
  const refusals: [string, Partial<Body>, RegExp][] = [
    ['a rule that never comes', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, /No date/],
    ['a rule by the hour', { rule: 'FREQ=HOURLY' }, /once a day/],
    ['a rule of no number', { rule: 'FREQ=DAILY;INTERVAL=abc' }, /INTERVAL/],
    ['a start long ago', { startsOn: '1950-01-01' }, /begins no earlier/],
    [
      'a kind that is not there',
      { template: { summary: 'X', requestTypeId: nobody } },
      /No request can be made/,
    ],
    [
      'somebody who cannot have it',
      { template: { summary: 'X', assignedToId: nobody } },
      /No request can be made/,
    ],
  ]
  for (const [what, more, words] of refusals) {
    test(`is refused with ${what}`, async () => {
      const { status, problem } = await plan(sofia, more)
      assert.equal(status, 422)
      assert.match(JSON.stringify(problem), words)
    })
  }

  test('is made, changed and deleted by who leads the desk, and exists for nobody else', async () => {
    assert.equal((await plan(ana)).status, 403)
    assert.equal((await plan(marta)).status, 403)
    assert.equal((await plan(olga)).status, 422)
    const { id } = await planned()
    const params = { id }
    const change = (by: string) => desk.as(by).call(plans.update, { params, body: { name: 'Other' } })
    const remove = (by: string) => desk.as(by).call(plans.remove, { params })
    for (const [by, status] of [
      [ana, 403],
      [omar, 403],
      [olga, 404],
    ] as const) {
      assert.equal((await change(by)).status, status, by)
      assert.equal((await remove(by)).status, status, by)
      assert.equal((await desk.as(by).call(plans.runs, { params })).status, status, by)
    }
    assert.equal((await change(elena)).data.name, 'Other')
    assert.equal((await remove(sofia)).status, 204)
    assert.equal((await remove(sofia)).status, 404)
    assert.equal(await get(id), undefined)
  })

  test('says what somebody else changed meanwhile', async () => {
    const { id } = await planned()
    const headers = { 'if-match': '"1"' }
    const change = (name: string) =>
      desk.as(sofia).call(plans.update, { params: { id }, body: { name }, headers })
    assert.equal((await change('First')).status, 200)
    assert.equal((await change('Second')).status, 412)
  })
})

describe('a date that has come', () => {
  test('makes one request in the name of its owner, given to whom the plan says', async () => {
    const template = { summary: 'Made by plan', assignedToId: (await desk.who(ana)).personId, tags: ['ups'] }
    const one = await planned({ template })
    await due(one.id, 2)
    await work()
    const [run] = await runsOf(one.id)
    assert.equal(run?.outcome, 'CREATED')
    const { data } = await desk.as(ana).call(requests.get, { params: { id: run?.requestId ?? '' } })
    assert.deepEqual(
      [data.summary, data.requester.name, data.assignee?.name, data.tags],
      ['Made by plan', 'Sofía Prieto', 'Ana Ruiz', ['ups']],
    )
    const after = await get(one.id)
    assert.ok(after?.nextRunAt && new Date(after.nextRunAt) > new Date())
  })

  test('makes one also with two workers, and with one that dies', async () => {
    const one = await planned({ template: { summary: 'Exactly once' } })
    await due(one.id, 1)
    await assert.rejects(work({ die: true }), /killed/)
    assert.equal(await made('Exactly once'), 0)
    await Promise.all([work(), work(), work()])
    await work()
    assert.equal(await made('Exactly once'), 1)
    assert.equal((await runsOf(one.id)).length, 1)
  })

  for (const [catchUp, requestsMade, outcomes] of [
    ['SKIP', 0, ['SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED']],
    ['ONE', 1, ['CREATED', 'SKIPPED', 'SKIPPED', 'SKIPPED']],
  ] as const) {
    test(`four that were missed make ${requestsMade} where the plan says ${catchUp}`, async () => {
      const summary = `Missed ${catchUp}`
      const one = await planned({ catchUp, template: { summary } })
      await due(one.id, 3 * 24 * 60 + 120)
      await work()
      assert.equal(await made(summary), requestsMade)
      assert.deepEqual(
        (await runsOf(one.id)).map(({ outcome }) => outcome),
        outcomes,
      )
    })
  }

  test('makes nothing while the plan is paused, and is not caught up', async () => {
    const one = await planned({ template: { summary: 'Paused' }, catchUp: 'ONE', isPaused: true })
    await due(one.id, 60 * 24 * 2)
    await work()
    const { data } = await desk
      .as(sofia)
      .call(plans.update, { params: { id: one.id }, body: { isPaused: false } })
    assert.ok(data.nextRunAt && new Date(data.nextRunAt) > new Date())
    await work()
    assert.equal(await made('Paused'), 0)
  })

  test('fails with its reason when its owner leads the desk no more, and holds up no other', async () => {
    const lost = await planned({ template: { summary: 'Lost' } })
    const fine = await planned({ template: { summary: 'Fine' } })
    await desk.rows(marta, 'update app.request_plans set owner_id = $2 where id = $1', [
      lost.id,
      (await desk.who(ana)).personId,
    ])
    for (const { id } of [lost, fine]) await due(id, 2)
    await work()
    const [run] = await runsOf(lost.id)
    assert.deepEqual([run?.outcome, run?.requestId], ['FAILED', null])
    assert.match(run?.reason ?? '', /does not lead this desk/)
    assert.equal((await get(lost.id))?.isPaused, true)
    assert.equal(await made('Fine'), 1)
  })

  for (const [what, broken, reason] of [
    ['a rule that cannot be followed', `rule = 'FREQ=DAILY;INTERVAL=abc'`, /INTERVAL/],
    ['a request that the database refuses', `name = name`, /log/],
  ] as const) {
    test(`stops alone with ${what}, and who leads the desk is told`, async () => {
      const [name, summary, never] = [`Broken by ${what}`, `Fine beside ${what}`, `Never made: ${what}`]
      const bad = await planned({ name, template: { summary: never } })
      const fine = await planned({ template: { summary } })
      for (const [id, ago] of [
        [bad.id, 3],
        [fine.id, 2],
      ] as const)
        await due(id, ago)
      await desk.rows(marta, `update app.request_plans set ${broken} where id = $1`, [bad.id])
      await refuseInDatabase(never)
      await work()
      await work()
      assert.equal(await made(summary), 1)
      assert.equal(await made(never), 0)
      const runs = await runsOf(bad.id)
      assert.deepEqual(
        runs.map(({ outcome }) => outcome),
        ['FAILED'],
      )
      assert.match(runs[0]?.reason ?? '', reason)
      const after = await get(bad.id)
      assert.equal(after?.isPaused, true)
      assert.equal(after?.version, bad.version + 1)
      await desk.work()
      const titles = async (by: string) =>
        (await desk.as(by).call(notifications.list, { query: { limit: 200 } })).data.data.map(
          ({ title }) => title,
        )
      const title = `The plan “${name}” is paused`
      assert.deepEqual(
        (await titles(sofia)).filter((one) => one === title),
        [title],
      )
      for (const by of [ana, olga]) assert.ok(!(await titles(by)).includes(title), by)
      await desk.as(sofia).call(plans.remove, { params: { id: bad.id } })
      assert.ok(!(await titles(sofia)).includes(title))
    })
  }
})
