import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assignees, chat, type RuleActions, requests, rules } from '@deskhand/contract'
import fc from 'fast-check'
import { ask } from '../requests/sample.ts'
import { addRule, clear } from '../rules/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'
import { type Candidate, pick } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const [{ id: deskId } = { id: '' }] = await desk.rows<{ id: string }>(
  ana,
  `select id from app.desks where code = 'IT'`,
)
const idOf = async (who: string) => (await desk.who(who)).personId
const set = async (
  who: string,
  body: { takesWork?: boolean; capacity?: number | null; skills?: string[] },
  by = sofia,
) =>
  desk.as(by).call(assignees.change, {
    params: { id: deskId, personId: await idOf(who) },
    body: { takesWork: true, capacity: null, skills: [], ...body },
  })
const use = async (assign: NonNullable<RuleActions['assign']>) => {
  await clear(desk)
  await addRule(desk, { serviceDeskId: deskId, actions: { assign } })
}
const give = async (who = jorge) => {
  const { id } = await ask(desk, {}, who)
  await desk.work()
  return (await desk.as(ana).call(requests.get, { params: { id } })).data
}

before(async () => {
  const { data } = await desk.as(sofia).call(assignees.list, { params: { id: deskId } })
  const [us, luisId] = [await idOf(ana), await idOf(luis)]
  for (const { personId, ...other } of data.data)
    if (personId !== us && personId !== luisId)
      await desk.as(sofia).call(assignees.change, {
        params: { id: deskId, personId },
        body: { takesWork: false, capacity: null, skills: other.skills },
      })
})

test('round robin goes round, also when many are asked for at once, and says why', async () => {
  await use({ by: 'ROUND_ROBIN', skills: [] })
  // Room for all: the demo world gives Ana a limit.
  for (const who of [ana, luis]) await set(who, {})
  await Promise.all(Array.from({ length: 8 }, () => ask(desk, { summary: 'Round and round' })))
  await desk.work()
  const given = await desk.rows<{ name: string; count: number }>(
    ana,
    `select p.name, count(*)::int as count from app.requests r join app.people p on p.company_id = r.company_id
       and p.id = r.assigned_to_id where r.summary = 'Round and round' group by p.name order by p.name`,
  )
  assert.deepEqual(
    given.map(({ count }) => count),
    [4, 4],
  )
  const request = await give()
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id: request.id } })).data
  assert.match(data[0]?.detail ?? '', /^Gave it to (Ana|Luis) \S+ by round robin\.$/)
})

test('who is away, has no room or lacks the skill is given nothing', async () => {
  await use({ by: 'SKILL', skills: ['vpn'] })
  await set(luis, { skills: ['VPN', 'printers'] })
  assert.equal((await give()).assignedToId, await idOf(luis))
  await set(luis, { skills: ['vpn'], capacity: 1 })
  const request = await give()
  assert.equal(request.assignedToId, null)
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id: request.id } })).data
  assert.equal(data[0]?.outcome, 'REFUSED')
  assert.match(data[0]?.detail ?? '', /^Nobody could be given it/)
  await set(luis, { skills: ['vpn'] })
  const until = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const from = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  await desk.rows(
    ana,
    `insert into app.absences (company_id, id, person_id, from_date, until_date)
    select company_id, gen_random_uuid(), id, $2, $3 from app.people where id = $1`,
    [await idOf(luis), from, until],
  )
  assert.equal((await give()).assignedToId, null)
  await desk.rows(ana, 'update app.absences set ended_at = now() where person_id = $1', [await idOf(luis)])
})

test('who helped before is asked again, and the others where they cannot', async () => {
  await set(ana, {})
  await set(luis, {})
  const { id } = await ask(desk, {}, nuria)
  await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId: await idOf(ana) } })
  await use({ by: 'LAST_TECHNICIAN', skills: [] })
  assert.equal((await give(nuria)).assignedToId, await idOf(ana))
  await set(ana, { takesWork: false })
  assert.equal((await give(nuria)).assignedToId, await idOf(luis))
  await clear(desk)
})

test('who leads the desk sets it, and nobody else', async () => {
  for (const [who, status] of [
    [ana, 403],
    [jorge, 403],
    [olga, 404],
  ] as const) {
    assert.equal((await set(luis, {}, who)).status, status)
    assert.equal((await desk.as(who).call(assignees.list, { params: { id: deskId } })).status, status)
  }
  assert.equal((await set(nuria, {})).status, 404)
  assert.equal((await set(luis, { capacity: 12, skills: ['b', 'a', 'b'] }, elena)).data.capacity, 12)
  const { data } = (await desk.as(sofia).call(assignees.list, { params: { id: deskId } })).data
  const [mine] = data.filter(({ capacity }) => capacity === 12)
  assert.deepEqual(mine?.skills, ['a', 'b'])
})

const candidate = fc.record({
  id: fc.uuid(),
  name: fc.constant('Somebody'),
  skills: fc.subarray(['a', 'b']),
  capacity: fc.option(fc.integer({ min: 1, max: 5 })),
  load: fc.nat(6),
  givenAt: fc.option(fc.date({ noInvalidDate: true, min: new Date(0) })),
  isOnShift: fc.boolean(),
})

test('nobody is given more than they can, or what they cannot do', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 6 }),
      fc.constantFrom('ROUND_ROBIN' as const, 'LOAD' as const, 'SKILL' as const, 'LAST_TECHNICIAN' as const),
      fc.subarray(['a', 'b']),
      (people: Candidate[], by, skills) => {
        const fit = people.filter(
          (one) =>
            (one.capacity === null || one.load < one.capacity) &&
            skills.every((skill) => one.skills.includes(skill)),
        )
        const onShift = fit.filter((one) => one.isOnShift)
        const able = onShift.length > 0 ? onShift : fit
        const found = pick(people, { by, skills, lastId: people[0]?.id ?? null })
        assert.equal(found === null, able.length === 0)
        if (!found) return
        assert.ok(able.includes(found.person))
        if (found.by === 'ROUND_ROBIN')
          assert.ok(
            able.every(({ givenAt }) => (found.person.givenAt?.getTime() ?? 0) <= (givenAt?.getTime() ?? 0)),
          )
      },
    ),
  )
})

test('who works now comes first, and at night it is given all the same', () => {
  const one = (id: string, isOnShift: boolean, load = 0): Candidate => ({
    ...{ id, isOnShift, load, name: id, skills: [], capacity: null, givenAt: null },
  })
  const by = { by: 'LOAD', skills: [], lastId: 'night' } as const
  assert.equal(pick([one('night', false), one('day', true, 9)], by)?.person.id, 'day')
  assert.equal(pick([one('night', false), one('late', false, 9)], by)?.person.id, 'night')
  assert.equal(pick([one('night', false), one('day', true)], { ...by, by: 'LAST_TECHNICIAN' })?.by, 'LOAD')
})

test('whoever says that they are away is passed over while another works', async () => {
  await use({ by: 'LOAD', skills: [] })
  for (const who of [ana, luis]) await set(who, {})
  // Both at every hour, so that no hour decides.
  const anaId = await idOf(ana)
  const say = (state: 'AWAY' | 'ONLINE') => desk.as(ana).call(chat.setMine, { body: { state } })
  await desk.rows(
    ana,
    `update app.calendars set week = (select jsonb_agg('[{"from": "00:00", "until": "24:00"}]'::jsonb) from generate_series(1, 7))`,
  )
  await desk.rows(ana, 'delete from app.calendar_holidays')
  await say('AWAY')
  for (let count = 0; count < 4; count++) assert.notEqual((await give()).assignedToId, anaId)
  await say('ONLINE')
})
