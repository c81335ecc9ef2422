import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { audit, type BodyIn, deskManagement, requests } from '@deskhand/contract'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { schedules } from '../requests/schedules.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const idOf = async (code: string) =>
  (await desk.rows<{ id: string }>(elena, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''
const change = async (who: string, code: string, body: BodyIn<typeof deskManagement.updateDesk>) =>
  desk.as(who).call(deskManagement.updateDesk, { params: { id: await idOf(code) }, body })
const periodsOf = async (code: string) => {
  const { data } = await desk.as(elena).call(deskManagement.listDesks)
  const one = data.data.find((each) => each.code === code)
  return [one?.closesAfterDays, one?.settlesAfterDays, one?.reopenDays, one?.appealDays]
}
const run = async (name: string) => {
  const schedule = schedules.find((one) => one.name === name)
  assert.ok(schedule)
  const { platform } = desk.deskhand
  await runScheduleNow(platform.pools, schedule)
  await drain({ ...platform, reactions: [], schedules: [schedule] })
}
const get = async (id: string) => (await desk.as(elena).call(requests.get, { params: { id } })).data

test('an admin sets how long a desk lets things stand; the others keep theirs', async () => {
  assert.deepEqual(await periodsOf('FINANCE'), [5, 10, 14, 10])
  assert.deepEqual(await periodsOf('HR'), [5, 10, 30, 20], 'the demo world has a desk that differs')
  const days = { closesAfterDays: 2, settlesAfterDays: 4, reopenDays: 60, appealDays: 0 }
  assert.equal((await change(elena, 'FINANCE', days)).status, 200)
  assert.deepEqual(await periodsOf('FINANCE'), [2, 4, 60, 0])
  assert.deepEqual(await periodsOf('IT'), [5, 10, 14, 10])
  const { data } = await desk.as(elena).call(audit.list, { query: { limit: 5 } })
  assert.ok(data.data.some(({ name }) => name === 'desk.changed'))
})

test('what no desk could mean is refused and changes nothing; only admins, and only of the company', async () => {
  const before = await periodsOf('IT')
  for (const body of [
    { closesAfterDays: 0 },
    { settlesAfterDays: 121 },
    { reopenDays: -1 },
    { appealDays: 91 },
  ])
    assert.equal((await change(elena, 'IT', body)).status, 400, JSON.stringify(body))
  for (const who of [ana, sofia, jorge])
    assert.equal((await change(who, 'IT', { appealDays: 1 })).status, 403, who)
  assert.equal((await change(olga, 'IT', { appealDays: 1 })).status, 404, 'another company')
  assert.deepEqual(await periodsOf('IT'), before)
})

test('the timers go by the days of the desk and say so', async () => {
  await change(elena, 'FACILITIES', { closesAfterDays: 1, settlesAfterDays: 1 })
  await change(elena, 'IT', { closesAfterDays: 60, settlesAfterDays: 120 })
  const long = { status_changed_at: daysAgo(40) }
  const at = (code: string) => ask(desk, { serviceDeskCode: code })
  const [soon, later] = [await at('FACILITIES'), await at('IT')]
  const [silent, patient] = [await at('FACILITIES'), await at('IT')]
  for (const { id } of [soon, later]) await put(desk, id, { ...inState.RESOLVED, ...long })
  for (const { id } of [silent, patient]) await put(desk, id, { ...inState.ACTION_REQUIRED, ...long })
  await run('requests.close_settled')
  await run('requests.settle_silent')
  assert.ok((await get(soon.id)).closedAt)
  assert.equal((await get(later.id)).closedAt, null)
  const { status, resolutionCode, resolutionText } = await get(silent.id)
  assert.deepEqual([status, resolutionCode], ['RESOLVED', 'NO_RESPONSE'])
  assert.match(resolutionText ?? '', /heard nothing for one working day,/)
  assert.equal((await get(patient.id)).status, 'ACTION_REQUIRED')
  const lines = (await desk.as(elena).call(requests.activities, { params: { id: soon.id } })).data.data
  assert.equal(lines.at(-1)?.message, 'Closed after one working day.')
})

test('a new desk begins with the usual days, or with those it is given', async () => {
  const make = (code: string, more = {}) =>
    desk.as(elena).call(deskManagement.createDesk, { body: { code, prefix: code, name: code, ...more } })
  await make('LEGAL')
  await make('FLEET', { appealDays: 7 })
  assert.deepEqual(await periodsOf('LEGAL'), [5, 10, 14, 10])
  assert.deepEqual(await periodsOf('FLEET'), [5, 10, 14, 7])
})
